package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * The part of WordPress's REST API that the channel uses, as WordPress 6.1 answers it. Its posts are kept as they are; the
 * real server proves that WordPress does that too.
 */
public final class SandboxWordPress implements SandboxPlatform {
    private static final String USER = "imprimatur";
    private static final String PASSWORD = "abcd efgh ijkl mnop";
    private static final String POSTS = "/wp-json/wp/v2/posts";
    private static final String MEDIA = "/wp-json/wp/v2/media";
    private static final String UPLOADS = "/wp-content/uploads/";

    private final ObjectMapper json = new ObjectMapper();
    private final Shelf posts;
    private final Shelf media;

    public SandboxWordPress(Shelf posts, Shelf media) {
        this.posts = posts;
        this.media = media;
    }

    @Override
    public String key() {
        return "wordpress";
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of("url", baseUrl, "user", USER, "password", PASSWORD);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.path().startsWith(UPLOADS)) {
            return file(request.path().substring(UPLOADS.length()));
        }
        var writes = request.method().equals("POST");
        if (!authenticated(request)) {
            return !writes && request.path().endsWith("/posts")
                    ? error(400, "rest_invalid_param")
                    : error(401, "rest_not_logged_in");
        }
        return switch (request.path()) {
            case POSTS ->
                writes ? SandboxAnswer.json(201, create(request)) : SandboxAnswer.json(200, bySlug(posts, request));
            case MEDIA ->
                writes ? SandboxAnswer.json(201, upload(request)) : SandboxAnswer.json(200, bySlug(media, request));
            case "/wp-json/wp/v2/users/me" ->
                SandboxAnswer.json(200, Map.of("capabilities", Map.of("publish_posts", true, "upload_files", true)));
            default -> one(request);
        };
    }

    @Override
    public List<SandboxPost> posts() {
        return inStatus("publish").stream().map(this::shown).toList();
    }

    /** Such as {@code publish} or {@code draft}. */
    public List<ObjectNode> inStatus(String status) {
        return posts.all().stream()
                .filter(post -> post.path("status").asText().equals(status))
                .toList();
    }

    public int uploads() {
        return media.all().size();
    }

    @Override
    public void vandalise(String id) {
        posts.get(id).ifPresent(post -> {
            var content = (ObjectNode) post.path("content");
            var changed = content.path("raw").asText().replaceFirst("<p>", "<p>Changed. ");
            content.put("raw", changed).put("rendered", changed);
            posts.put(id, post);
        });
    }

    @Override
    public void remove(String id) {
        posts.remove(id);
    }

    private SandboxAnswer one(SandboxRequest request) {
        var prefix = POSTS + "/";
        var id = request.path().startsWith(prefix) ? request.path().substring(prefix.length()) : "";
        var found = posts.get(id);
        if (found.isEmpty()) {
            return error(404, id.isEmpty() ? "rest_no_route" : "rest_post_invalid_id");
        }
        var post = found.get();
        if (request.method().equals("POST")) {
            post.setAll((ObjectNode) request.json());
            post.put("slug", freeSlug(posts, post.path("slug").asText(), id));
            post.put("link", request.baseUrl() + "/" + post.path("slug").asText() + "/");
            posts.put(id, post);
        } else if (request.method().equals("DELETE")) {
            if (post.path("status").asText().equals("trash")) {
                return error(410, "rest_already_trashed");
            }
            post.put("status", "trash").put("slug", post.path("slug").asText() + "__trashed");
            posts.put(id, post);
        }
        return SandboxAnswer.json(200, post);
    }

    private ObjectNode create(SandboxRequest request) {
        var given = request.json();
        var id = posts.nextId();
        var post = json.createObjectNode();
        post.put("id", id);
        post.put("status", given.path("status").asText());
        post.put("slug", given.path("slug").asText());
        post.put("password", "");
        post.put("link", request.baseUrl() + "/?p=" + id);
        for (var field : List.of("title", "content")) {
            var text = given.path(field).asText();
            post.putObject(field).put("raw", text).put("rendered", text);
        }
        posts.put(String.valueOf(id), post);
        return post;
    }

    private ObjectNode upload(SandboxRequest request) {
        var disposition = request.header("Content-Disposition");
        var name = disposition.substring(disposition.indexOf('"') + 1, disposition.lastIndexOf('"'));
        var id = media.nextId();
        var item = json.createObjectNode();
        item.put("id", id);
        item.put("slug", freeSlug(media, request.query().getOrDefault("slug", name), ""));
        item.put("alt_text", request.parameter("alt_text"));
        item.put("source_url", request.baseUrl() + UPLOADS + id + "/" + name);
        item.put("type", request.header("Content-Type"));
        item.put("bytes", request.body());
        media.put(String.valueOf(id), item);
        return item;
    }

    private SandboxAnswer file(String name) {
        return media.get(name.split("/", 2)[0])
                .map(item -> SandboxAnswer.file(
                        item.path("type").asText(),
                        Base64.getDecoder().decode(item.path("bytes").asText())))
                .orElseGet(() -> SandboxAnswer.empty(404));
    }

    private SandboxPost shown(JsonNode post) {
        var body = Jsoup.parseBodyFragment(post.path("content").path("rendered").asText());
        return new SandboxPost(
                post.path("id").asText(),
                Jsoup.parse(post.path("title").path("rendered").asText()).text(),
                body.wholeText(),
                body.select("img").eachAttr("alt"));
    }

    private static String freeSlug(Shelf items, String wanted, String ownId) {
        var free = wanted;
        for (int n = 2; isTaken(items, free, ownId); n++) {
            free = wanted + "-" + n;
        }
        return free;
    }

    private static boolean isTaken(Shelf items, String slug, String ownId) {
        return items.all().stream()
                .anyMatch(item -> !item.path("id").asText().equals(ownId)
                        && item.path("slug").asText().equals(slug));
    }

    private static List<ObjectNode> bySlug(Shelf items, SandboxRequest request) {
        var slugs = Arrays.asList(request.parameter("slug").split(","));
        var statuses = Arrays.asList(request.parameter("status").split(","));
        return items.all().stream()
                .filter(item -> slugs.contains(item.path("slug").asText()))
                .filter(item -> !request.query().containsKey("status")
                        || statuses.contains(item.path("status").asText()))
                .toList();
    }

    private static boolean authenticated(SandboxRequest request) {
        var expected =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").equals(expected);
    }

    private static SandboxAnswer error(int status, String code) {
        return SandboxAnswer.json(status, Map.of("code", code, "message", code));
    }
}
