package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** The part of Ghost's Admin API that the channel uses, as Ghost 6.65 answers it. */
public final class SandboxGhost implements SandboxPlatform {
    private static final String API = "/ghost/api/admin";
    private static final String POSTS = API + "/posts/";
    private static final int LONGEST_TITLE = 255;

    private final ObjectMapper json = new ObjectMapper();
    private final SandboxGhostKey key;
    private final Shelf posts;
    private final SandboxGhostSlugs slugs;
    private final SandboxGhostImages images;

    public SandboxGhost(Shelf posts, Shelf images) {
        this(posts, images, Clock.systemUTC());
    }

    /** One whose tokens end by that clock. */
    public SandboxGhost(Shelf posts, Shelf images, Clock clock) {
        this.key = new SandboxGhostKey(clock);
        this.posts = posts;
        this.slugs = new SandboxGhostSlugs(posts);
        this.images = new SandboxGhostImages(images);
    }

    @Override
    public String key() {
        return "ghost";
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of("url", baseUrl, "admin-key", SandboxGhostKey.ADMIN_KEY);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (SandboxGhostImages.serves(request)) {
            return images.file(request);
        }
        if (!request.path().startsWith(API)) {
            return SandboxAnswer.empty(404);
        }
        var refusal = key.refusal(request.header("Authorization"));
        if (refusal != null) {
            return refusal;
        }
        return switch (request.line()) {
            case "GET " + POSTS -> SandboxAnswer.json(200, Map.of("posts", slugs.find(request)));
            case "POST " + POSTS -> create(request);
            case "POST " + API + "/images/upload/" -> images.upload(request);
            default -> one(request);
        };
    }

    @Override
    public List<SandboxPost> posts() {
        return inStatus("published").stream().map(SandboxGhost::shown).toList();
    }

    /** Such as {@code published} or {@code draft}. */
    public List<ObjectNode> inStatus(String status) {
        return posts.all().stream()
                .filter(post -> post.path("status").asText().equals(status))
                .toList();
    }

    public int uploads() {
        return images.count();
    }

    @Override
    public void vandalise(String id) {
        posts.get(id).ifPresent(post -> {
            post.put("html", post.path("html").asText().replaceFirst("<p>", "<p>Changed. "));
            posts.put(id, touched(post));
        });
    }

    @Override
    public void remove(String id) {
        posts.remove(id);
    }

    @Override
    public SandboxAnswer throttled() {
        return SandboxGhostErrors.of(429, "TooManyRequestsError", "Too many requests", null)
                .with("Retry-After", "120");
    }

    @Override
    public SandboxAnswer expired() {
        return SandboxGhostErrors.of(401, "UnauthorizedError", "Invalid token: jwt expired", "INVALID_JWT");
    }

    private SandboxAnswer one(SandboxRequest request) {
        var id = request.path().startsWith(POSTS)
                ? request.path().substring(POSTS.length()).replace("/", "")
                : "";
        if (id.isEmpty()) {
            return SandboxGhostErrors.of(406, "RequestNotAcceptableError", "", "UPDATE_CLIENT");
        }
        var found = posts.get(id);
        if (found.isEmpty()) {
            return SandboxGhostErrors.of(404, "NotFoundError", "Post not found.", null);
        }
        return switch (request.method()) {
            case "PUT" -> edit(request, found.get());
            case "DELETE" -> {
                posts.remove(id);
                yield SandboxAnswer.empty(204);
            }
            default -> SandboxAnswer.json(200, Map.of("posts", List.of(found.get())));
        };
    }

    private SandboxAnswer create(SandboxRequest request) {
        var given = request.json().path("posts").path(0);
        if (given.path("title").asText().isEmpty() || tooLong(given)) {
            return SandboxGhostErrors.invalid();
        }
        var post = json.createObjectNode();
        var id = String.format("%024x", posts.nextId());
        post.put("id", id).put("uuid", id).put("visibility", "public");
        post.put("title", given.path("title").asText());
        post.put("slug", slugs.free(given.path("slug").asText("untitled")));
        post.put("status", given.path("status").asText("draft"));
        // without the parameter Ghost overlooks the field
        var html =
                request.parameter("source").equals("html") ? given.path("html").asText() : "";
        post.put("html", SandboxGhostHtml.converted(html, request.baseUrl()));
        post.putNull("email");
        return saved(201, post, request);
    }

    private SandboxAnswer edit(SandboxRequest request, ObjectNode post) {
        var given = request.json().path("posts").path(0);
        var seen = given.path("updated_at").asText();
        if (seen.isEmpty() || tooLong(given)) {
            return SandboxGhostErrors.invalid();
        }
        if (!seen.equals(post.path("updated_at").asText())) {
            return SandboxGhostErrors.of(
                    409,
                    "UpdateCollisionError",
                    "Saving failed! Someone else is editing this post.",
                    "UPDATE_COLLISION");
        }
        post.setAll((ObjectNode) given);
        return saved(200, post, request);
    }

    private SandboxAnswer saved(int status, ObjectNode post, SandboxRequest request) {
        var published = post.path("status").asText().equals("published");
        var place = published
                ? "/" + post.path("slug").asText()
                : "/p/" + post.path("uuid").asText();
        post.put("url", request.baseUrl() + place + "/");
        posts.put(post.path("id").asText(), touched(post));
        return SandboxAnswer.json(status, Map.of("posts", List.of(post)));
    }

    /** Each change has a later time. */
    private ObjectNode touched(ObjectNode post) {
        return post.put(
                "updated_at",
                Instant.ofEpochSecond(1_767_225_600L + posts.nextId()).toString());
    }

    private static boolean tooLong(JsonNode post) {
        var title = post.path("title").asText();
        return title.codePointCount(0, title.length()) > LONGEST_TITLE;
    }

    private static SandboxPost shown(JsonNode post) {
        var body = Jsoup.parseBodyFragment(post.path("html").asText());
        return new SandboxPost(
                post.path("id").asText(),
                post.path("title").asText(),
                body.wholeText(),
                body.select("img").eachAttr("alt"));
    }
}
