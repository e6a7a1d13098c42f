package io.imprimatur.publishing.channel.facebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Multipart;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;

/** The calls of the Graph API that the channel needs (developers.facebook.com/docs/graph-api/reference/page). */
final class FacebookApi {
    /** Meta keeps a version for two years; afterwards it answers calls to it by the oldest one that it still has. */
    static final String VERSION = "v25.0";

    static final String API = "https://graph.facebook.com";

    /** More than a post of ours can have; by itself the API gives 12. */
    private static final String ATTACHMENTS =
            "attachments{media_type,target{id},url,subattachments.limit(30){media_type,target{id}}}";

    private final URI api;
    private final String page;
    private final JsonApi json;

    FacebookApi(ChannelHttp http, ObjectMapper mapper, Account account) {
        api = base(account);
        page = account.required("page-id").strip();
        json = new JsonApi(
                http, mapper, api, headers -> headers.setBearerAuth(account.accessToken()), new FacebookErrors(mapper));
    }

    static URI base(Account account) {
        return URI.create(account.address("api", API).toString().replaceFirst("/+$", ""));
    }

    URI address() {
        return api;
    }

    String page() {
        return page;
    }

    /** Who the token is for: the page itself, when it is a page's token. */
    Reply me() {
        return json.get(path("me"), Map.of("fields", "id,name"));
    }

    /** What the page shows, newest first. */
    Reply feed(String after) {
        var query = new TreeMap<>(
                Map.of("fields", "id,message,created_time,is_published,from{id}," + ATTACHMENTS, "limit", "100"));
        if (!after.isEmpty()) {
            query.put("after", after);
        }
        return json.get(path(page + "/feed"), query);
    }

    Reply post(String id) {
        return json.get(path(id), Map.of("fields", "id,message,is_published,is_hidden," + ATTACHMENTS));
    }

    Reply photo(String id) {
        return json.get(path(id), Map.of("fields", "id,alt_text_custom,images"));
    }

    /** Uploads an image that nobody sees until a post shows it; Facebook throws it away after a day. */
    Reply upload(Post.Image image) {
        var form = new Multipart()
                .text("published", "false")
                .text("alt_text_custom", image.altText())
                .file(
                        "source",
                        "image." + image.type().substring(image.type().indexOf('/') + 1),
                        image.type(),
                        image.bytes());
        return json.send(
                HttpMethod.POST,
                json.uri(path(page + "/photos"), Map.of()),
                headers -> headers.setContentType(form.type()),
                form.bytes());
    }

    /** @param photos ids of uploaded images; a link is shown as a box only without any */
    Reply publish(Post post, List<String> photos) {
        var body = new LinkedHashMap<String, Object>();
        body.put("message", post.wholeText());
        body.put("published", true);
        if (!photos.isEmpty()) {
            body.put(
                    "attached_media",
                    photos.stream().map(id -> Map.of("media_fbid", id)).toList());
        } else if (post.link() != null) {
            body.put("link", post.link().toString());
        }
        return json.send(HttpMethod.POST, path(page + "/feed"), Map.of(), body);
    }

    Reply delete(String id) {
        return json.send(HttpMethod.DELETE, path(id), Map.of());
    }

    private static String path(String rest) {
        return "/" + VERSION + "/" + rest;
    }
}
