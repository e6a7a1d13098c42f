package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The part of Mastodon's REST API that the channel uses, as Mastodon 4 answers it. */
public final class SandboxMastodon implements SandboxPlatform {
    private static final String TOKEN = "mastodon-token";
    private static final String ACCOUNT = "109";
    private static final String STATUSES = "/api/v1/statuses";
    private static final String MEDIA = "/api/v1/media/";
    private static final Duration KEY_IS_KNOWN = Duration.ofHours(1);

    private final Shelf statuses;
    private final SandboxMastodonMedia media;
    private final int maxCharacters;
    private final Clock clock = Clock.systemUTC();

    public SandboxMastodon(Shelf statuses, Shelf media) {
        this(statuses, media, 500);
    }

    /** @param maxCharacters as the instance's administrator set it */
    public SandboxMastodon(Shelf statuses, Shelf media, int maxCharacters) {
        this.statuses = statuses;
        this.media = new SandboxMastodonMedia(media);
        this.maxCharacters = maxCharacters;
    }

    @Override
    public String key() {
        return "mastodon";
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of("instance", baseUrl, "access-token", TOKEN);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.path().startsWith(SandboxMastodonMedia.FILES)) {
            return media.file(request.path().substring(SandboxMastodonMedia.FILES.length()));
        }
        if (request.line().equals("GET /api/v2/instance")) {
            return instance();
        }
        if (!request.header("Authorization").equals("Bearer " + TOKEN)) {
            return error(401, "The access token is invalid");
        }
        if (request.path().startsWith(STATUSES + "/")) {
            return one(request, request.path().substring(STATUSES.length() + 1));
        }
        if (request.line().startsWith("GET " + MEDIA)) {
            return media.processed(request.path().substring(MEDIA.length()));
        }
        return switch (request.line()) {
            case "GET /api/v1/accounts/verify_credentials" -> SandboxAnswer.json(200, Map.of("id", ACCOUNT));
            case "GET /api/v1/accounts/" + ACCOUNT + "/statuses" -> list(request);
            case "POST /api/v2/media" -> media.upload(request);
            case "POST " + STATUSES -> publish(request);
            default -> error(404, "The page you are looking for isn't here.");
        };
    }

    @Override
    public List<SandboxPost> posts() {
        return statuses.all().stream()
                .map(status -> new SandboxPost(
                        status.path("id").asText(),
                        "",
                        status.path("text").asText(),
                        status.path("media_attachments").findValuesAsText("description")))
                .toList();
    }

    @Override
    public void vandalise(String id) {
        statuses.get(id).ifPresent(status -> {
            var text = "Changed. " + status.path("text").asText();
            status.put("text", text).put("content", SandboxToot.html(text, "https://mastodon.example"));
            statuses.put(id, status);
        });
    }

    @Override
    public void remove(String id) {
        statuses.remove(id);
    }

    @Override
    public SandboxAnswer throttled() {
        return error(429, "Too many requests")
                .with("X-RateLimit-Limit", "300")
                .with("X-RateLimit-Remaining", "0")
                .with("X-RateLimit-Reset", clock.instant().plusSeconds(120).toString());
    }

    @Override
    public SandboxAnswer expired() {
        return error(401, "The access token expired");
    }

    private SandboxAnswer instance() {
        var configuration = JsonNodeFactory.instance.objectNode();
        configuration
                .putObject("statuses")
                .put("max_characters", maxCharacters)
                .put("characters_reserved_per_url", 23)
                .put("max_media_attachments", SandboxMastodonMedia.MOST);
        configuration.putObject("media_attachments").put("description_limit", SandboxMastodonMedia.ALT_TEXT);
        return SandboxAnswer.json(200, Map.of("configuration", configuration));
    }

    private SandboxAnswer publish(SandboxRequest request) {
        var key = request.header("Idempotency-Key");
        for (var status : statuses.all()) {
            if (!key.isEmpty()
                    && status.path("key").asText().equals(key)
                    && Instant.parse(status.path("created_at").asText())
                            .plus(KEY_IS_KNOWN)
                            .isAfter(clock.instant())) {
                return SandboxAnswer.json(200, shown(status));
            }
        }
        var given = request.json();
        var text = given.path("status").asText().strip();
        var images = media.of(given.path("media_ids"));
        var refusal = refusal(text, given.path("media_ids"), images);
        if (!refusal.isEmpty()) {
            return error(422, refusal);
        }
        var id = String.valueOf(109_000_000_000_000_000L + statuses.nextId());
        var status = JsonNodeFactory.instance.objectNode();
        status.put("id", id).put("created_at", clock.instant().toString()).put("key", key);
        status.put("visibility", given.path("visibility").asText("public")).put("spoiler_text", "");
        status.put("sensitive", given.path("sensitive").asBoolean());
        status.put("url", request.baseUrl() + "/@hospital/" + id);
        status.put("text", text).put("content", SandboxToot.html(text, request.baseUrl()));
        var attached = status.putArray("media_attachments");
        images.forEach(image -> attached.add(SandboxMastodonMedia.shown(image)));
        media.attach(images, id);
        statuses.put(id, status);
        return SandboxAnswer.json(200, shown(status));
    }

    private String refusal(String text, JsonNode mediaIds, List<ObjectNode> images) {
        if (text.isEmpty() && images.isEmpty()) {
            return "Validation failed: Text can't be blank";
        }
        return SandboxToot.length(text) > maxCharacters
                ? "Validation failed: Text character limit of " + maxCharacters + " exceeded"
                : SandboxMastodonMedia.refusal(mediaIds, images);
    }

    private SandboxAnswer list(SandboxRequest request) {
        var newestFirst = new ArrayList<>(statuses.all());
        Collections.reverse(newestFirst);
        var maxId = request.parameter("max_id");
        return SandboxAnswer.json(
                200,
                newestFirst.stream()
                        .filter(status -> maxId.isEmpty() || status.path("id").asLong() < Long.parseLong(maxId))
                        .limit(Integer.parseInt(request.parameter("limit")))
                        .map(SandboxMastodon::shown)
                        .toList());
    }

    private SandboxAnswer one(SandboxRequest request, String path) {
        var id = path.replaceFirst("/source$", "");
        var found = statuses.get(id);
        if (found.isEmpty()) {
            return error(404, "Record not found");
        }
        if (request.method().equals("DELETE")) {
            statuses.remove(id);
        }
        return path.endsWith("/source")
                ? SandboxAnswer.json(
                        200, Map.of("id", id, "text", found.get().path("text").asText(), "spoiler_text", ""))
                : SandboxAnswer.json(200, shown(found.get()));
    }

    /** Without what only the server knows. */
    private static ObjectNode shown(ObjectNode status) {
        return status.deepCopy().without(List.of("key", "text"));
    }

    static SandboxAnswer error(int status, String sentence) {
        return SandboxAnswer.json(status, Map.of("error", sentence));
    }
}
