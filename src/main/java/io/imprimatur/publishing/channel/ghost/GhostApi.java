package io.imprimatur.publishing.channel.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Multipart;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * The calls of Ghost's Admin API that the channel needs (docs.ghost.org/admin-api). None of them names a newsletter, and
 * Ghost sends no e-mail without one.
 */
final class GhostApi {
    /** Ghost adds {@code -2}, {@code -3} … when a slug is taken, as after two creates at once. */
    private static final int SLUG_VARIANTS = 5;

    private static final String POSTS = "/ghost/api/admin/posts/";
    private static final Map<String, String> AS_HTML = Map.of("formats", "html");

    private final ChannelHttp http;
    private final URI site;
    private final JsonApi api;

    GhostApi(ChannelHttp http, ObjectMapper json, Account account, Clock clock) {
        this.http = http;
        this.site = URI.create(account.required("url").replaceFirst("/+$", ""));
        this.api = new JsonApi(
                http,
                json,
                site,
                headers -> {
                    headers.set(
                            HttpHeaders.AUTHORIZATION,
                            "Ghost " + GhostToken.of(account.secret("admin-key"), clock.instant()));
                    headers.set("Accept-Version", "v6.0");
                },
                GhostErrors.READING);
    }

    /** Posts with that key, in every status. */
    Reply postsByKey(String key) {
        return api.get(
                POSTS,
                Map.of(
                        "filter",
                        "slug:[" + variants(key) + "]+status:[draft,published,scheduled,sent]",
                        "formats",
                        "html",
                        "limit",
                        String.valueOf(2 * SLUG_VARIANTS)));
    }

    Reply post(String id) {
        return api.get(POSTS + id + "/", AS_HTML);
    }

    /** Makes a post that nobody sees but the editors, and whoever is given its preview's address. */
    Reply createDraft(String key, String title, String html) {
        return api.send(
                HttpMethod.POST,
                POSTS,
                Map.of("source", "html", "formats", "html"),
                only(Map.of("title", title, "slug", key, "html", html, "status", "draft", "visibility", "public")));
    }

    /** Makes that draft public, unless it changed since it was read; a second time changes nothing. */
    Reply makePublic(JsonNode draft) {
        return api.send(
                HttpMethod.PUT,
                POSTS + draft.path("id").asText() + "/",
                AS_HTML,
                only(Map.of(
                        "status",
                        "published",
                        "updated_at",
                        draft.path("updated_at").asText())));
    }

    Reply delete(String id) {
        return api.send(HttpMethod.DELETE, POSTS + id + "/", Map.of());
    }

    /** @param reference of at most 2,000 characters; Ghost gives it back with the image's address */
    Reply upload(String reference, Post.Image image) {
        var name = reference + "." + image.type().substring(image.type().indexOf('/') + 1);
        var form = new Multipart()
                .text("purpose", "image")
                .text("ref", reference)
                .file("file", name, image.type(), image.bytes());
        return api.send(
                HttpMethod.POST,
                api.uri("/ghost/api/admin/images/upload/", Map.of()),
                headers -> headers.setContentType(form.type()),
                form.bytes());
    }

    Reply newestPost() {
        return api.get(POSTS, Map.of("limit", "1", "fields", "id"));
    }

    /** A file of the site as any reader gets it. */
    Exchange file(URI address) {
        return http.send(HttpMethod.GET, address, headers -> {}, null);
    }

    /** Whether it is an address of the site. */
    boolean onThisSite(URI address) {
        return sameOrigin(site, address);
    }

    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    private static Map<String, List<Map<String, String>>> only(Map<String, String> post) {
        return Map.of("posts", List.of(post));
    }

    private static String variants(String key) {
        return "'" + key + "',"
                + IntStream.rangeClosed(2, SLUG_VARIANTS)
                        .mapToObj(n -> "'" + key + "-" + n + "'")
                        .collect(Collectors.joining(","));
    }
}
