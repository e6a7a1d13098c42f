package io.imprimatur.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Multipart;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** The calls of Mastodon's REST API that the channel needs (docs.joinmastodon.org/methods). */
final class MastodonApi {
    private static final String STATUSES = "/api/v1/statuses";
    private static final int UNPROCESSABLE = 422;

    private static final Reply.Reading READING = new Reply.Reading() {
        @Override
        public @Nullable String refusal(Reply reply) {
            return reply.status() == UNPROCESSABLE ? "platform-rejects-content" : reply.refusalByStatus();
        }

        /** Mastodon names the time in a header of its own (docs.joinmastodon.org/api/rate-limits). */
        @Override
        public @Nullable Duration pause(Reply reply) {
            var reset = reply.throttled() && reply.exchange() instanceof Exchange.Answer answer
                    ? answer.untilReset("X-RateLimit-Reset")
                    : null;
            return reset == null ? reply.retryAfter() : reset;
        }
    };

    private final URI instance;
    private final JsonApi api;

    MastodonApi(ChannelHttp http, ObjectMapper json, Account account) {
        this.instance = URI.create(account.required("instance").replaceFirst("/+$", ""));
        this.api = new JsonApi(
                http, json, instance, headers -> headers.setBearerAuth(account.secret("access-token")), READING);
    }

    URI instance() {
        return instance;
    }

    Reply limits() {
        return api.get("/api/v2/instance", Map.of());
    }

    /** Whose token it is. */
    Reply me() {
        return api.get("/api/v1/accounts/verify_credentials", Map.of());
    }

    /** Its own posts, newest first; those before {@code maxId}, or the newest when it is empty. */
    Reply statuses(String account, String maxId) {
        var query = new TreeMap<>(Map.of("exclude_reblogs", "true", "exclude_replies", "true", "limit", "40"));
        if (!maxId.isEmpty()) {
            query.put("max_id", maxId);
        }
        return api.get("/api/v1/accounts/" + account + "/statuses", query);
    }

    Reply status(String id) {
        return api.get(STATUSES + "/" + id, Map.of());
    }

    /** The text as it is stored. */
    Reply source(String id) {
        return api.get(STATUSES + "/" + id + "/source", Map.of());
    }

    /** @param idempotencyKey the same one within an hour makes no second post but gives the first */
    Reply publish(String idempotencyKey, Map<String, Object> status) {
        return api.send(
                HttpMethod.POST,
                api.uri(STATUSES, Map.of()),
                headers -> {
                    headers.setContentType(MediaType.APPLICATION_JSON);
                    headers.set("Idempotency-Key", idempotencyKey);
                },
                api.bytes(status));
    }

    /** Deletes the post and, at once, its images. */
    Reply delete(String id) {
        return api.send(HttpMethod.DELETE, STATUSES + "/" + id, Map.of("delete_media", "true"));
    }

    Reply upload(Post.Image image) {
        var form = new Multipart()
                .text("description", image.altText())
                .file(
                        "file",
                        "image." + image.type().substring(image.type().indexOf('/') + 1),
                        image.type(),
                        image.bytes());
        return api.send(
                HttpMethod.POST,
                api.uri("/api/v2/media", Map.of()),
                headers -> headers.setContentType(form.type()),
                form.bytes());
    }

    Reply media(String id) {
        return api.get("/api/v1/media/" + id, Map.of());
    }

    /** Whether Mastodon says that there is no such post; an address that leads nowhere says nothing about it. */
    static boolean saysMissing(Reply reply) {
        return reply.notFound()
                && "Record not found".equals(reply.error().path("error").asText());
    }
}
