package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** The calls of WordPress's REST API that the channel needs (developer.wordpress.org/rest-api/reference). */
final class WordPressApi {
    /** WordPress adds {@code -2}, {@code -3} … when a slug is taken, as after two creates at once. */
    private static final int SLUG_VARIANTS = 5;

    private static final String POSTS = "/wp-json/wp/v2/posts";
    private static final String MEDIA = "/wp-json/wp/v2/media";

    private final ChannelHttp http;
    private final URI site;
    private final JsonApi api;

    WordPressApi(ChannelHttp http, ObjectMapper json, Account account) {
        this.http = http;
        this.site = URI.create(account.required("url").replaceFirst("/+$", ""));
        this.api = new JsonApi(
                http,
                json,
                site,
                headers -> headers.setBasicAuth(
                        account.required("user"), account.secret("password"), StandardCharsets.UTF_8));
    }

    /**
     * Posts of this account with that key, in every status, the bin included. To an account that it does not know WordPress
     * answers 400 here, as if the statuses were wrong; who we are tells the true reason.
     */
    Reply postsByKey(String key) {
        var reply = api.get(
                POSTS,
                Map.of(
                        "slug", variants(key) + "," + key + "__trashed",
                        "status", "publish,future,draft,pending,private,trash",
                        "context", "edit",
                        "per_page", "20",
                        "orderby", "id",
                        "order", "asc"));
        if (!reply.badRequest()) {
            return reply;
        }
        var me = me();
        return me.json() == null ? me : reply;
    }

    Reply post(String id) {
        return api.get(POSTS + "/" + id, Map.of("context", "edit"));
    }

    /** Makes a post that nobody but its editors sees. */
    Reply createDraft(String key, String title, String content) {
        return api.send(
                HttpMethod.POST,
                POSTS,
                Map.of(),
                Map.of(
                        "slug",
                        key,
                        "status",
                        "draft",
                        "title",
                        title,
                        "content",
                        content,
                        "comment_status",
                        "closed",
                        "ping_status",
                        "closed"));
    }

    /** Makes that post public; a second time changes nothing. */
    Reply makePublic(long id) {
        return api.send(HttpMethod.POST, POSTS + "/" + id, Map.of(), Map.of("status", "publish"));
    }

    /** Puts the post into the bin; there readers do not see it, and editors can look at it for 30 days. */
    Reply bin(String id) {
        return api.send(HttpMethod.DELETE, POSTS + "/" + id, Map.of());
    }

    Reply mediaByKey(String key) {
        return api.get(MEDIA, Map.of("slug", variants(key), "context", "edit", "orderby", "id", "order", "asc"));
    }

    Reply upload(String key, Post.Image image) {
        var address = api.uri(MEDIA, Map.of("slug", key, "title", key, "alt_text", escaped(image.altText())));
        var name = key + "." + image.type().substring(image.type().indexOf('/') + 1);
        return api.send(
                HttpMethod.POST,
                address,
                headers -> {
                    headers.setContentType(MediaType.parseMediaType(image.type()));
                    headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
                },
                image.bytes());
    }

    Reply me() {
        return api.get("/wp-json/wp/v2/users/me", Map.of("context", "edit"));
    }

    /** A file of the site as any reader gets it. */
    Exchange file(URI address) {
        return http.send(HttpMethod.GET, address, headers -> {}, null);
    }

    /** Whether WordPress says that there is no such post; an address that leads nowhere says nothing about it. */
    static boolean saysMissing(Reply reply) {
        return reply.notFound()
                && "rest_post_invalid_id".equals(reply.error().path("code").asText());
    }

    boolean onThisSite(URI address) {
        return site.getScheme().equalsIgnoreCase(address.getScheme())
                && site.getHost().equalsIgnoreCase(address.getHost())
                && site.getPort() == address.getPort();
    }

    private static String variants(String key) {
        return key
                + IntStream.rangeClosed(2, SLUG_VARIANTS)
                        .mapToObj(n -> "," + key + "-" + n)
                        .reduce("", String::concat);
    }

    /** WordPress strips what looks like a tag from this field and shows references as characters. */
    private static String escaped(String altText) {
        return altText.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
