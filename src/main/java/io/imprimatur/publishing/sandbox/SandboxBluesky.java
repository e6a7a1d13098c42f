package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The part of a personal data server of the AT Protocol that the channel uses, as the server {@code @atproto/pds} 0.5
 * answers it: sessions, records with compare-and-swap, blobs that exist once a record refers to them.
 */
public final class SandboxBluesky implements SandboxPlatform {
    private static final String HANDLE = SandboxBlueskySessions.HANDLE;
    private static final String DID = SandboxBlueskySessions.DID;
    private static final String COLLECTION = "app.bsky.feed.post";
    private static final String REPO = "/xrpc/com.atproto.repo.";
    private static final String SERVER = "/xrpc/com.atproto.server.";

    private static final int RESET_SECONDS = 120;

    private final ObjectMapper json = new ObjectMapper();
    private final SandboxBlueskySessions sessions = new SandboxBlueskySessions();
    private final Clock clock = Clock.systemUTC();
    private final Shelf posts;
    private final SandboxBlueskyBlobs blobs;

    public SandboxBluesky(Shelf posts, Shelf blobs) {
        this.posts = posts;
        this.blobs = new SandboxBlueskyBlobs(blobs);
    }

    @Override
    public String key() {
        return "bluesky";
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of("service", baseUrl, "handle", HANDLE, "password", SandboxBlueskySessions.PASSWORD);
    }

    @Override
    public boolean writes(SandboxRequest request) {
        return request.method().equals("POST") && request.path().startsWith(REPO);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        return switch (request.line()) {
            case "POST " + SERVER + "createSession" -> sessions.create(request.json());
            case "POST " + SERVER + "refreshSession" -> sessions.refresh(request);
            case "GET " + REPO + "getRecord" -> record(request);
            case "GET /xrpc/com.atproto.sync.getBlob" -> blobs.file(request.parameter("cid"), posts.all());
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
        sessions.endAccessTokens();
    }

    /** Ends every token, as revoking the app password does. */
    public void endSessions() {
        sessions.end();
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
                .with("RateLimit-Reset", String.valueOf(clock.instant().getEpochSecond() + RESET_SECONDS))
                .with("RateLimit-Policy", "3000;w=300");
    }

    @Override
    public SandboxAnswer expired() {
        return SandboxBlueskySessions.expired();
    }

    @Override
    public SandboxAnswer duplicate() {
        return error(400, "InvalidSwap", "Record was at bafyreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
    }

    private SandboxAnswer withToken(SandboxRequest request) {
        var refusal = sessions.refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (request.line()) {
            case "GET " + SERVER + "getSession" ->
                SandboxAnswer.json(200, Map.of("did", DID, "handle", HANDLE, "active", true));
            case "POST " + REPO + "uploadBlob" -> blobs.upload(request);
            case "POST " + REPO + "putRecord" -> put(request.json());
            case "POST " + REPO + "deleteRecord" -> delete(request.json());
            default -> error(501, "MethodNotImplemented", "Method Not Implemented");
        };
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
        var missing = blobs.missing(given.path("record"));
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

    private static String uri(String repo, String key) {
        return "at://" + (repo.equals(HANDLE) ? DID : repo) + "/" + COLLECTION + "/" + key;
    }

    static SandboxAnswer error(int status, String error, String message) {
        return SandboxAnswer.json(status, Map.of("error", error, "message", message));
    }
}
