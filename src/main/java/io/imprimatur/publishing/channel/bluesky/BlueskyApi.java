package io.imprimatur.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** The calls of the AT Protocol that the channel needs (lexicons com.atproto.repo, com.atproto.sync). */
final class BlueskyApi {
    private static final String REPO = "/xrpc/com.atproto.repo.";

    private final ChannelHttp http;
    private final ObjectMapper json;
    private final BlueskySession session;

    BlueskyApi(ChannelHttp http, ObjectMapper json, BlueskySession session) {
        this.http = http;
        this.json = json;
        this.session = session;
    }

    /** Where this account's record of that key is. */
    PostUri uri(String key) {
        return new PostUri(session.current().did(), key);
    }

    Reply get(PostUri uri) {
        return call(api -> api.get(REPO + "getRecord", place(uri)));
    }

    /** Writes the record only if there is none of that key: {@code swapRecord} null says so. */
    Reply create(PostUri uri, Map<String, Object> record) {
        var body = new LinkedHashMap<String, Object>(place(uri));
        body.put("swapRecord", null);
        body.put("record", record);
        return call(api -> api.send(HttpMethod.POST, REPO + "putRecord", Map.of(), body));
    }

    /** Deletes the record, or makes sure that there is none. */
    Reply delete(PostUri uri) {
        return call(api -> api.send(HttpMethod.POST, REPO + "deleteRecord", Map.of(), place(uri)));
    }

    /** Nobody sees it before a record refers to it, and the server deletes it if none does soon. */
    Reply upload(String type, byte[] bytes) {
        return call(api -> api.send(
                HttpMethod.POST,
                api.uri(REPO + "uploadBlob", Map.of()),
                headers -> headers.setContentType(MediaType.parseMediaType(type)),
                bytes));
    }

    /** The bytes of an image, as anybody gets them. */
    Exchange blob(String did, String cid) {
        var open = new JsonApi(http, json, session.current().server(), headers -> {});
        var address = open.uri("/xrpc/com.atproto.sync.getBlob", Map.of("did", did, "cid", cid));
        return http.send(HttpMethod.GET, address, headers -> {}, null);
    }

    Reply session() {
        return call(api -> api.get("/xrpc/com.atproto.server.getSession", Map.of()));
    }

    /** Whether the server says that there is no such record. */
    static boolean saysMissing(Reply reply) {
        return is(reply, "RecordNotFound");
    }

    /** Whether that is why the server refused. */
    static boolean is(Reply reply, String error) {
        return error.equals(reply.error().path("error").asText());
    }

    private Reply call(Function<JsonApi, Reply> call) {
        return session.call(tokens -> call.apply(session.api(tokens.server(), tokens.access())));
    }

    private static Map<String, String> place(PostUri uri) {
        return Map.of("repo", uri.did(), "collection", PostUri.COLLECTION, "rkey", uri.key());
    }
}
