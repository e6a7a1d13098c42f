package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of Meta's Graph API that the channel uses, for one page, as version 25 answers it. */
public final class SandboxFacebook implements SandboxPlatform {
    static final String PAGE = "104800000000001";
    static final String VERSION = "/v25.0";

    private static final int LONGEST_MESSAGE = 63_206;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Shelf posts;
    private final SandboxFacebookPhotos photos;
    private final Clock clock = Clock.systemUTC();
    private final SandboxFacebookLogin login = new SandboxFacebookLogin();

    public SandboxFacebook(Shelf posts, Shelf photos) {
        this.posts = posts;
        this.photos = new SandboxFacebookPhotos(photos);
    }

    @Override
    public String key() {
        return "facebook";
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of(
                "page-id",
                PAGE,
                "client-id",
                SandboxFacebookLogin.CLIENT,
                "client-secret",
                SandboxFacebookLogin.SECRET,
                "api",
                baseUrl,
                "authorize-page",
                baseUrl + VERSION + "/dialog/oauth",
                "access-token",
                SandboxFacebookLogin.PAGE_TOKEN);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.path().startsWith(SandboxFacebookPhotos.FILES)) {
            return photos.file(request);
        }
        if (!request.path().startsWith(VERSION + "/")) {
            return SandboxGraphError.of(400, 2500, 0, "OAuthException", "Unknown path components");
        }
        var path = request.path().substring(VERSION.length() + 1);
        if (login.isPartOf(path, request)) {
            return login.answer(path, request);
        }
        if (!request.header("Authorization").equals("Bearer " + SandboxFacebookLogin.PAGE_TOKEN)) {
            return SandboxGraphError.of(
                    400, 190, 0, "OAuthException", "Invalid OAuth access token - Cannot parse access token");
        }
        return switch (request.method() + " " + path) {
            case "GET me" -> SandboxAnswer.json(200, Map.of("id", PAGE, "name", "Our hospital"));
            case "GET " + PAGE + "/feed" -> feed(request);
            case "POST " + PAGE + "/feed" -> publish(request);
            case "POST " + PAGE + "/photos" -> photos.upload(request);
            default -> one(request, path);
        };
    }

    @Override
    public List<SandboxPost> posts() {
        return posts.all().stream()
                .map(post -> new SandboxPost(
                        post.path("id").asText(),
                        "",
                        post.path("message").asText(),
                        photos.altTexts(post.path("photos"))))
                .toList();
    }

    @Override
    public void vandalise(String id) {
        posts.get(id)
                .ifPresent(post -> posts.put(
                        id,
                        post.put("message", "Changed. " + post.path("message").asText())));
    }

    @Override
    public void remove(String id) {
        posts.remove(id);
    }

    @Override
    public SandboxAnswer throttled() {
        return SandboxGraphError.of(400, 32, 0, "OAuthException", "Page request limit reached")
                .with(
                        "X-Business-Use-Case-Usage",
                        "{\"" + PAGE
                                + "\":[{\"type\":\"pages\",\"call_count\":101,\"total_cputime\":20,\"total_time\":30,"
                                + "\"estimated_time_to_regain_access\":2}]}");
    }

    @Override
    public SandboxAnswer expired() {
        return SandboxGraphError.of(
                400, 190, 463, "OAuthException", "Error validating access token: Session has expired on Monday");
    }

    @Override
    public SandboxAnswer duplicate() {
        return SandboxGraphError.of(400, 506, 0, "FacebookApiException", "Duplicate status message");
    }

    private SandboxAnswer publish(SandboxRequest request) {
        var given = request.json();
        var message = given.path("message").asText().strip();
        var shown = new ArrayList<String>();
        given.path("attached_media")
                .forEach(media -> shown.add(media.path("media_fbid").asText()));
        if (message.isEmpty() && shown.isEmpty()) {
            return SandboxGraphError.of(400, 100, 0, "OAuthException", "(#100) Missing message or attachment");
        }
        if (message.length() > LONGEST_MESSAGE) {
            return SandboxGraphError.of(
                    400, 100, 0, "OAuthException", "(#100) Param message must be at most 63206 characters long");
        }
        if (!photos.mayShow(shown)) {
            return SandboxGraphError.of(400, 324, 0, "OAuthException", "(#324) Missing or invalid image file");
        }
        if (!shown.isEmpty() && given.has("link")) {
            return SandboxGraphError.of(400, 100, 0, "OAuthException", "(#100) A post has either a link or media");
        }
        if (isLikeTheNewest(message, shown)) {
            return duplicate();
        }
        var id = PAGE + "_" + (122_000_000_000_000_000L + posts.nextId());
        var post = JsonNodeFactory.instance.objectNode();
        post.put("id", id).put("message", message).put("created_time", TIME.format(clock.instant()));
        post.put("is_published", given.path("published").asBoolean(true)).put("is_hidden", false);
        post.put("link", given.path("link").asText());
        post.putObject("from").put("id", PAGE).put("name", "Our hospital");
        var list = post.putArray("photos");
        shown.forEach(list::add);
        posts.put(id, post);
        photos.show(shown);
        return SandboxAnswer.json(200, Map.of("id", id));
    }

    /** Facebook refuses the text that the page has published right before. */
    private boolean isLikeTheNewest(String message, List<String> shown) {
        var all = posts.all();
        return !all.isEmpty()
                && shown.isEmpty()
                && all.get(all.size() - 1).path("message").asText().equals(message);
    }

    private SandboxAnswer feed(SandboxRequest request) {
        var newestFirst = new ArrayList<>(posts.all());
        Collections.reverse(newestFirst);
        var start = request.parameter("after").isEmpty() ? 0 : Integer.parseInt(request.parameter("after"));
        var end = Math.min(newestFirst.size(), start + Integer.parseInt(request.parameter("limit")));
        var page = JsonNodeFactory.instance.objectNode();
        var data = page.putArray("data");
        newestFirst.subList(Math.min(start, end), end).forEach(post -> data.add(read(post)));
        if (!data.isEmpty()) {
            page.putObject("paging").putObject("cursors").put("after", String.valueOf(end));
        }
        return SandboxAnswer.json(200, page);
    }

    private SandboxAnswer one(SandboxRequest request, String id) {
        var post = posts.get(id);
        if (post.isPresent() && request.method().equals("DELETE")) {
            posts.remove(id);
            return SandboxAnswer.json(200, Map.of("success", true));
        }
        return post.map(found -> SandboxAnswer.json(200, read(found)))
                .or(() -> photos.one(id, request))
                .orElseGet(() -> SandboxGraphError.doesNotExist(request, id));
    }

    /** A message may be missing where there is none, and so may attachments. */
    private JsonNode read(ObjectNode post) {
        var read = post.deepCopy().without(List.of("photos", "link"));
        photos.attach((ObjectNode) read, post.path("photos"), post.path("link").asText());
        return read;
    }
}
