package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The part of LinkedIn's Posts API that the channel uses, for one company page. LinkedIn publishes no machine-readable contract,
 * so this checks requests itself: headers, required fields, and what a post's content may be.
 */
public final class SandboxLinkedIn implements SandboxPlatform {
    private static final String AUTHOR = "urn:li:organization:5515715";
    private static final String POSTS = "/rest/posts";
    private static final String IMAGES = "/rest/images";

    private final Shelf posts;
    private final SandboxLinkedInImages images;
    private final Clock clock = Clock.systemUTC();
    private final SandboxLinkedInLogin login = new SandboxLinkedInLogin();
    private final boolean readable;

    public SandboxLinkedIn(Shelf posts, Shelf images) {
        this(posts, images, true);
    }

    /** @param readable whether the app has r_organization_social */
    public SandboxLinkedIn(Shelf posts, Shelf images, boolean readable) {
        this.posts = posts;
        this.images = new SandboxLinkedInImages(images);
        this.readable = readable;
    }

    @Override
    public String key() {
        return "linkedin";
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of(
                "organization",
                AUTHOR.substring(AUTHOR.lastIndexOf(':') + 1),
                "client-id",
                SandboxLinkedInLogin.CLIENT,
                "client-secret",
                SandboxLinkedInLogin.SECRET,
                "api",
                baseUrl,
                "authorize-page",
                baseUrl + SandboxLinkedInLogin.AUTHORIZE,
                "access-token",
                SandboxLinkedInLogin.TOKEN);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.path().startsWith(SandboxLinkedInImages.FILES)) {
            return images.file(request);
        }
        if (request.path().equals(SandboxLinkedInLogin.AUTHORIZE)) {
            return login.agreed(request);
        }
        if (request.line().equals("POST " + SandboxLinkedInLogin.TOKENS)) {
            return login.token(request);
        }
        if (!request.header("Authorization").equals("Bearer " + SandboxLinkedInLogin.TOKEN)) {
            return SandboxLinkedInErrors.error(401, "INVALID_ACCESS_TOKEN", "Invalid access token");
        }
        if (request.line().startsWith("PUT " + SandboxLinkedInImages.UPLOADS)) {
            return images.upload(request);
        }
        var refusal = SandboxLinkedInRules.refusedHeaders(request);
        return refusal == null ? answerVersioned(request) : refusal;
    }

    @Override
    public List<SandboxPost> posts() {
        return posts.all().stream()
                .filter(SandboxLinkedIn::isLive)
                .map(post -> new SandboxPost(
                        post.path("id").asText(),
                        "",
                        SandboxLittleText.of(post.path("commentary").asText()).shown(),
                        post.path("content").findValuesAsText("altText")))
                .toList();
    }

    @Override
    public void vandalise(String id) {
        posts.get(id)
                .ifPresent(post -> posts.put(
                        id,
                        post.put(
                                "commentary",
                                "Changed. " + post.path("commentary").asText())));
    }

    @Override
    public void remove(String id) {
        posts.get(id).ifPresent(post -> posts.put(id, post.put("lifecycleState", "DELETED")));
    }

    @Override
    public SandboxAnswer throttled() {
        return SandboxLinkedInErrors.error(
                429, "TOO_MANY_REQUESTS", "Resource level throttle APPLICATION DAY limit for calls is reached.");
    }

    @Override
    public SandboxAnswer expired() {
        return SandboxLinkedInErrors.error(401, "EXPIRED_ACCESS_TOKEN", "The token used in the request has expired");
    }

    /** Names a post that is not there, as LinkedIn does for a day or two after a deletion. */
    @Override
    public SandboxAnswer duplicate() {
        return SandboxLinkedInErrors.duplicateOf("urn:li:share:7000000000000000000");
    }

    private SandboxAnswer answerVersioned(SandboxRequest request) {
        if (request.path().startsWith(POSTS + "/")) {
            return one(request, request.path().substring(POSTS.length() + 1));
        }
        if (request.line().startsWith("GET " + IMAGES + "/")) {
            return readable
                    ? images.one(request, request.path().substring(IMAGES.length() + 1))
                    : SandboxLinkedInErrors.forbidden("partnerApiImages.GET");
        }
        return switch (request.line()) {
            case "GET " + POSTS -> list(request);
            case "POST " + POSTS -> publish(request);
            case "POST " + IMAGES -> images.announce(request, AUTHOR);
            default -> SandboxLinkedInErrors.error(404, "RESOURCE_NOT_FOUND", "No virtual resource found");
        };
    }

    private SandboxAnswer publish(SandboxRequest request) {
        var given = request.json();
        var refusal = SandboxLinkedInRules.refusedPost(given, AUTHOR, images);
        if (refusal != null) {
            return refusal;
        }
        var commentary = SandboxLittleText.of(given.path("commentary").asText()).little();
        for (var post : posts.all()) {
            if (post.path("commentary").asText().equals(commentary)) {
                return SandboxLinkedInErrors.duplicateOf(post.path("id").asText());
            }
        }
        var urn = "urn:li:share:" + (7_400_000_000_000_000_000L + posts.nextId());
        var post = (ObjectNode) given.deepCopy();
        post.put("id", urn).put("commentary", commentary);
        post.put("createdAt", clock.instant().toEpochMilli());
        posts.put(urn, post);
        return SandboxAnswer.empty(201).with("x-restli-id", urn);
    }

    private SandboxAnswer list(SandboxRequest request) {
        if (!readable) {
            return SandboxLinkedInErrors.forbidden("partnerApiPostsExternal.FINDER-author");
        }
        if (!request.parameter("q").equals("author")
                || !request.parameter("author").equals(AUTHOR)) {
            return SandboxLinkedInErrors.error(400, "ILLEGAL_ARGUMENT", "Invalid query parameters");
        }
        var newestFirst = new ArrayList<>(
                posts.all().stream().filter(SandboxLinkedIn::isLive).toList());
        Collections.reverse(newestFirst);
        var start = Math.min(newestFirst.size(), Integer.parseInt(request.parameter("start")));
        var end = Math.min(newestFirst.size(), start + Integer.parseInt(request.parameter("count")));
        return SandboxAnswer.json(
                200,
                Map.of(
                        "paging",
                        Map.of("start", start, "count", end - start),
                        "elements",
                        newestFirst.subList(start, end)));
    }

    private SandboxAnswer one(SandboxRequest request, String urn) {
        var post = posts.get(urn).filter(SandboxLinkedIn::isLive);
        if (request.method().equals("DELETE")) {
            remove(urn);
            return SandboxAnswer.empty(204);
        }
        if (!readable) {
            return SandboxLinkedInErrors.forbidden("partnerApiPostsExternal.GET");
        }
        return post.map(found -> SandboxAnswer.json(200, found))
                .orElseGet(() -> SandboxLinkedInErrors.error(404, "NOT_FOUND", "Could not find entity"));
    }

    /** What was deleted is still refused as a duplicate for a while. */
    private static boolean isLive(JsonNode post) {
        return !post.path("lifecycleState").asText().equals("DELETED");
    }
}
