package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Exchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

/** The calls of WordPress's REST API that the channel needs (developer.wordpress.org/rest-api/reference). */
final class WordPressApi {
    /** WordPress adds {@code -2}, {@code -3} … when a slug is taken, as after two creates at once. */
    private static final int SLUG_VARIANTS = 5;

    private static final String POSTS = "/wp-json/wp/v2/posts";
    private static final String MEDIA = "/wp-json/wp/v2/media";

    private final ChannelHttp http;
    private final URI site;
    private final String user;
    private final String password;
    private final ObjectMapper json;

    WordPressApi(ChannelHttp http, URI site, String user, String password, ObjectMapper json) {
        this.http = http;
        this.site = site;
        this.user = user;
        this.password = password;
        this.json = json;
    }

    /**
     * Posts of this account with that key, in every status, the bin included. To an account that it does not know WordPress
     * answers 400 here, as if the statuses were wrong; who we are tells the true reason.
     */
    Reply postsByKey(String key) {
        var reply = get(uri(
                POSTS,
                Map.of(
                        "slug", variants(key) + "," + key + "__trashed",
                        "status", "publish,future,draft,pending,private,trash",
                        "context", "edit",
                        "per_page", "20",
                        "orderby", "id",
                        "order", "asc")));
        if (!reply.badRequest()) {
            return reply;
        }
        var me = me();
        return me.json() == null ? me : reply;
    }

    Reply post(String id) {
        return get(uri(POSTS + "/" + id, Map.of("context", "edit")));
    }

    /** Makes a post that nobody but its editors sees. */
    Reply createDraft(String key, String title, String content) {
        return send(
                uri(POSTS, Map.of()),
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
        return send(uri(POSTS + "/" + id, Map.of()), Map.of("status", "publish"));
    }

    Reply mediaByKey(String key) {
        return get(uri(MEDIA, Map.of("slug", variants(key), "context", "edit", "orderby", "id", "order", "asc")));
    }

    Reply upload(String key, Post.Image image) {
        var address = uri(MEDIA, Map.of("slug", key, "title", key, "alt_text", escaped(image.altText())));
        var name = key + "." + image.type().substring(image.type().indexOf('/') + 1);
        return reply(http.send(
                HttpMethod.POST,
                address,
                headers -> {
                    authenticate(headers);
                    headers.setContentType(MediaType.parseMediaType(image.type()));
                    headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
                },
                image.bytes()));
    }

    Reply me() {
        return get(uri("/wp-json/wp/v2/users/me", Map.of("context", "edit")));
    }

    /** A file of the site as any reader gets it. */
    Exchange file(URI address) {
        return http.send(HttpMethod.GET, address, headers -> {}, null);
    }

    boolean onThisSite(URI address) {
        return site.getScheme().equalsIgnoreCase(address.getScheme())
                && site.getHost().equalsIgnoreCase(address.getHost())
                && site.getPort() == address.getPort();
    }

    private Reply get(URI uri) {
        return reply(http.send(HttpMethod.GET, uri, this::authenticate, null));
    }

    private Reply send(URI uri, Map<String, Object> body) {
        try {
            return reply(http.send(
                    HttpMethod.POST,
                    uri,
                    headers -> {
                        authenticate(headers);
                        headers.setContentType(MediaType.APPLICATION_JSON);
                    },
                    json.writeValueAsBytes(body)));
        } catch (JsonProcessingException neverForStrings) {
            throw new IllegalStateException(neverForStrings);
        }
    }

    private Reply reply(Exchange exchange) {
        if (!(exchange instanceof Exchange.Answer answer)) {
            return new Reply(exchange, null, null);
        }
        var body = parse(answer.body());
        return answer.ok()
                ? new Reply(exchange, body, null)
                : new Reply(
                        exchange, null, body == null ? null : body.path("code").asText());
    }

    private @Nullable JsonNode parse(byte[] body) {
        try {
            var tree = json.readTree(body);
            return tree.isContainerNode() ? tree : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private void authenticate(HttpHeaders headers) {
        headers.setBasicAuth(user, password, StandardCharsets.UTF_8);
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
    }

    private URI uri(String path, Map<String, String> parameters) {
        var builder = UriComponentsBuilder.fromUri(site).path(path);
        parameters.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
        return builder.encode().buildAndExpand(parameters).toUri();
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
