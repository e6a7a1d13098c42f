package io.imprimatur.publishing.channel.x;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Multipart;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;

/** The calls of the X API v2 that the channel needs (api.x.com/2/openapi.json, version 2.167). */
final class XApi {
    private static final String UPLOAD = "/2/media/upload";

    /** What is read of a post: all that readers see of it. */
    private static final Map<String, String> FIELDS = Map.of(
            "post.fields", "attachments,created_at,entities,note_post,text",
            "expansions", "attachments.media_keys",
            "media.fields", "alt_text,media_key,type,url");

    private final ChannelHttp http;
    private final URI base;
    private final Account account;
    private final JsonApi api;

    XApi(ChannelHttp http, ObjectMapper json, URI base, Account account) {
        this.http = http;
        this.base = base;
        this.account = account;
        this.api =
                new JsonApi(http, json, base, headers -> headers.setBearerAuth(account.accessToken()), new XErrors());
    }

    static URI base(URI address) {
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }

    String accessToken() {
        return account.accessToken();
    }

    Reply me() {
        return api.get("/2/users/me", Map.of());
    }

    /** Makes the post public. */
    Reply create(String text, List<String> media) {
        var post = new LinkedHashMap<String, Object>();
        post.put("text", text);
        if (!media.isEmpty()) {
            post.put("media", Map.of("media_ids", media));
        }
        return api.send(HttpMethod.POST, "/2/tweets", Map.of(), post);
    }

    Reply post(String id) {
        return api.get("/2/tweets/" + id, FIELDS);
    }

    Reply delete(String id) {
        return api.send(HttpMethod.DELETE, "/2/tweets/" + id, Map.of());
    }

    /** Posts of that user, newest first. */
    Reply posts(String user, Instant since, int most, String page) {
        var query = new TreeMap<>(FIELDS);
        query.put("start_time", since.truncatedTo(ChronoUnit.SECONDS).toString());
        query.put("max_results", String.valueOf(most));
        if (!page.isEmpty()) {
            query.put("pagination_token", page);
        }
        return api.get("/2/users/" + user + "/tweets", query);
    }

    Reply initializeUpload(String type, int bytes) {
        return api.send(
                HttpMethod.POST,
                UPLOAD + "/initialize",
                Map.of(),
                Map.of("media_type", type, "media_category", "tweet_image", "total_bytes", bytes));
    }

    Reply appendUpload(String id, int segment, byte[] bytes) {
        var form = new Multipart()
                .text("segment_index", String.valueOf(segment))
                .file("media", "segment", "application/octet-stream", bytes);
        return api.send(
                HttpMethod.POST,
                api.uri(UPLOAD + "/" + id + "/append", Map.of()),
                headers -> headers.setContentType(form.type()),
                form.bytes());
    }

    Reply finalizeUpload(String id) {
        return api.send(HttpMethod.POST, UPLOAD + "/" + id + "/finalize", Map.of());
    }

    Reply uploadStatus(String id) {
        return api.get(UPLOAD, Map.of("command", "STATUS", "media_id", id));
    }

    Reply describe(String id, String altText) {
        return api.send(
                HttpMethod.POST,
                "/2/media/metadata",
                Map.of(),
                Map.of("id", id, "metadata", Map.of("alt_text", Map.of("text", altText))));
    }

    /** An image as readers get it. */
    Exchange picture(URI address) {
        return http.send(HttpMethod.GET, address, headers -> {}, null);
    }

    /** Whether what X names as an image's address may be asked: nothing else on this machine or in the house. */
    boolean mayAsk(URI address) {
        return "https".equals(address.getScheme())
                || (base.getHost().equals(address.getHost()) && base.getPort() == address.getPort());
    }
}
