package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The part of a personal data server of the AT Protocol that the channel uses, as the server {@code @atproto/pds} 0.5
 * answers it: sessions, records with compare-and-swap, blobs that exist once a record refers to them.
 */
public final class SandboxBluesky implements SandboxPlatform {
    private static final String HANDLE = "clinic.test";
    private static final String PASSWORD = "abcd-efgh-ijkl-mnop";
    private static final String DID = "did:plc:2sandbox2sandbox2sandbox";
    private static final String COLLECTION = "app.bsky.feed.post";
    private static final String REPO = "/xrpc/com.atproto.repo.";
    private static final String SERVER = "/xrpc/com.atproto.server.";

    /** The server's own default for one upload; records allow less. */
    private static final int LONGEST_UPLOAD = 5 * 1024 * 1024;

    private static final int RESET_SECONDS = 120;

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> tokens = new HashSet<>();
    private final Shelf posts;
    private final Shelf blobs;
    private int sessions;

    public SandboxBluesky(Shelf posts, Shelf blobs) {
        this.posts = posts;
        this.blobs = blobs;
    }

    @Override
    public String key() {
        return "bluesky";
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of("service", baseUrl, "handle", HANDLE, "password", PASSWORD);
    }

    @Override
    public boolean writes(SandboxRequest request) {
        return request.method().equals("POST") && request.path().startsWith(REPO);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        return switch (request.line()) {
            case "POST " + SERVER + "createSession" -> createSession(request.json());
            case "POST " + SERVER + "refreshSession" -> refreshSession(bearer(request));
            case "GET " + REPO + "getRecord" -> record(request);
            case "GET /xrpc/com.atproto.sync.getBlob" -> blob(request.parameter("cid"));
            default -> withToken(request);
        };
    }

    @Override
    public List<SandboxPost> posts() {
        return posts.all().stream()
                .map(post -> {
                    var record = post.path("value");
                    var altTexts = StreamSupport.stream(
                                    record.path("embed").path("images").spliterator(), false)
                            .map(image -> image.path("alt").asText())
                            .toList();
                    return new SandboxPost(
                            post.path("uri").asText(), "", record.path("text").asText(), altTexts);
                })
                .toList();
    }

    @Override
    public void vandalise(String id) {
        posts.get(id).ifPresent(post -> {
            var record = (ObjectNode) post.path("value");
            record.put("text", "Changed. " + record.path("text").asText());
            posts.put(id, post);
        });
    }

    @Override
    public void remove(String id) {
        posts.remove(id);
    }

    /** Ends every access token, as two hours do; the refresh tokens live on. */
    public void endAccessTokens() {
        tokens.removeIf(token -> token.startsWith("access"));
    }

    /** Ends every token, as revoking the app password does. */
    public void endSessions() {
        tokens.clear();
    }

    /** How the server counts characters. */
    public static long graphemes(String text) {
        return BlueskyLexicon.graphemes(text);
    }

    @Override
    public SandboxAnswer throttled() {
        return error(429, "RateLimitExceeded", "Rate Limit Exceeded")
                .with("RateLimit-Limit", "3000")
                .with("RateLimit-Remaining", "0")
                .with("RateLimit-Reset", String.valueOf(Instant.now().getEpochSecond() + RESET_SECONDS))
                .with("RateLimit-Policy", "3000;w=300");
    }

    @Override
    public SandboxAnswer expired() {
        return error(400, "ExpiredToken", "Token has expired");
    }

    @Override
    public SandboxAnswer duplicate() {
        return error(400, "InvalidSwap", "Record was at bafyreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
    }

    private SandboxAnswer withToken(SandboxRequest request) {
        if (bearer(request).isEmpty()) {
            return error(401, "AuthMissing", "Authentication Required");
        }
        if (!tokens.contains(bearer(request)) || !bearer(request).startsWith("access")) {
            return bearer(request).startsWith("access")
                    ? expired()
                    : error(400, "InvalidToken", "Token could not be verified");
        }
        return switch (request.line()) {
            case "GET " + SERVER + "getSession" ->
                SandboxAnswer.json(200, Map.of("did", DID, "handle", HANDLE, "active", true));
            case "POST " + REPO + "uploadBlob" -> upload(request);
            case "POST " + REPO + "putRecord" -> put(request.json());
            case "POST " + REPO + "deleteRecord" -> delete(request.json());
            default -> error(501, "MethodNotImplemented", "Method Not Implemented");
        };
    }

    private SandboxAnswer createSession(JsonNode given) {
        return given.path("identifier").asText().equals(HANDLE)
                        && given.path("password").asText().equals(PASSWORD)
                ? session()
                : error(401, "AuthenticationRequired", "Invalid identifier or password");
    }

    private SandboxAnswer refreshSession(String token) {
        if (!token.startsWith("refresh")) {
            return error(400, "InvalidToken", "Token could not be verified");
        }
        return tokens.contains(token) ? session() : error(400, "ExpiredToken", "Token has been revoked");
    }

    private SandboxAnswer session() {
        sessions++;
        tokens.add("access-" + sessions);
        tokens.add("refresh-" + sessions);
        return SandboxAnswer.json(
                200,
                Map.of(
                        "accessJwt",
                        "access-" + sessions,
                        "refreshJwt",
                        "refresh-" + sessions,
                        "did",
                        DID,
                        "handle",
                        HANDLE,
                        "active",
                        true));
    }

    private SandboxAnswer record(SandboxRequest request) {
        var uri = uri(request.parameter("repo"), request.parameter("rkey"));
        return posts.get(uri)
                .map(post -> SandboxAnswer.json(200, post))
                .orElseGet(() -> error(400, "RecordNotFound", "Could not locate record: " + uri));
    }

    private SandboxAnswer put(JsonNode given) {
        if (!given.path("repo").asText().equals(DID)) {
            return error(403, "AccountNotFound", "Account not found");
        }
        var key = given.path("rkey").asText();
        var problem = BlueskyLexicon.problem(key, given.path("record"));
        if (problem.isPresent()) {
            return error(400, "InvalidRequest", problem.get());
        }
        var missing = BlueskyLexicon.blobs(given.path("record")).stream()
                .filter(cid -> blobs.get(cid).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            return error(400, "BlobNotFound", "Could not find blob: " + missing.get());
        }
        return write(uri(DID, key), given);
    }

    private SandboxAnswer write(String uri, JsonNode given) {
        var post = json.createObjectNode().put("uri", uri);
        post.set("value", given.path("record"));
        post.put("cid", Cid.ofRecord(given.path("record").toString()));
        var earlier = posts.get(uri).map(there -> there.path("cid").asText()).orElse(null);
        // what is there already, and exactly so, is no change and so no conflict
        if (earlier != null && !earlier.equals(post.path("cid").asText())) {
            if (given.has("swapRecord")
                    && !earlier.equals(given.path("swapRecord").asText())) {
                return error(400, "InvalidSwap", "Record was at " + earlier);
            }
        }
        posts.put(uri, post);
        return SandboxAnswer.json(
                200, Map.of("uri", uri, "cid", post.path("cid").asText(), "validationStatus", "valid"));
    }

    private SandboxAnswer delete(JsonNode given) {
        posts.remove(uri(given.path("repo").asText(), given.path("rkey").asText()));
        return SandboxAnswer.json(200, Map.of());
    }

    private SandboxAnswer upload(SandboxRequest request) {
        if (request.body().length > LONGEST_UPLOAD) {
            return error(413, "PayloadTooLarge", "request entity too large");
        }
        var cid = Cid.ofBlob(request.body());
        var type = request.header("Content-Type");
        blobs.put(cid, json.createObjectNode().put("type", type).put("bytes", request.body()));
        var blob =
                Map.of("$type", "blob", "ref", Map.of("$link", cid), "mimeType", type, "size", request.body().length);
        return SandboxAnswer.json(200, Map.of("blob", blob));
    }

    private SandboxAnswer blob(String cid) {
        var shown = posts.all().stream()
                .anyMatch(post -> BlueskyLexicon.blobs(post.path("value")).contains(cid));
        return blobs.get(cid)
                .filter(blob -> shown)
                .map(blob -> SandboxAnswer.file(
                        blob.path("type").asText(),
                        Base64.getDecoder().decode(blob.path("bytes").asText().getBytes(StandardCharsets.US_ASCII))))
                .orElseGet(() -> error(400, "InvalidRequest", "Blob not found"));
    }

    private static String uri(String repo, String key) {
        return "at://" + (repo.equals(HANDLE) ? DID : repo) + "/" + COLLECTION + "/" + key;
    }

    private static String bearer(SandboxRequest request) {
        return request.header("Authorization").replaceFirst("^Bearer ", "");
    }

    private static SandboxAnswer error(int status, String error, String message) {
        return SandboxAnswer.json(status, Map.of("error", error, "message", message));
    }
}
