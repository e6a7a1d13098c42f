package io.imprimatur.publishing.channel.linkedin;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** The calls of LinkedIn's Posts and Images APIs that the channel needs, by the Rest.li protocol 2.0.0. */
final class LinkedInApi {
    static final String API = "https://api.linkedin.com";

    /** LinkedIn answers to a version for a year; to this one until July 2027. An account can name a newer one. */
    static final String VERSION = "202607";

    private static final String POSTS = "/rest/posts";
    private static final String IMAGES = "/rest/images";
    private static final String METHOD = "X-RestLi-Method";

    private final URI base;
    private final String author;
    private final JsonApi api;

    LinkedInApi(ChannelHttp http, ObjectMapper json, Account account) {
        base = URI.create(account.address("api", API).toString().replaceFirst("/+$", ""));
        author = author(account.required("organization").strip());
        var version = account.setting("version").map(String::strip).filter(set -> !set.isEmpty());
        api = new JsonApi(
                http,
                json,
                base,
                headers -> {
                    headers.setBearerAuth(account.accessToken());
                    headers.set("LinkedIn-Version", version.orElse(VERSION));
                    headers.set("X-Restli-Protocol-Version", "2.0.0");
                },
                new LinkedInErrors());
    }

    URI address() {
        return base;
    }

    /** The page in whose name it is posted, as a URN. */
    String author() {
        return author;
    }

    /** Newest first. */
    Reply postsOfAuthor(int start, int count) {
        var uri = URI.create(base + POSTS + "?author=" + encoded(author) + "&q=author&count=" + count + "&start="
                + start + "&sortBy=CREATED");
        return api.send(HttpMethod.GET, uri, headers -> headers.set(METHOD, "FINDER"), null);
    }

    Reply post(String urn) {
        return api.send(HttpMethod.GET, one(POSTS, urn), headers -> {}, null);
    }

    /** The id of the post is in the header {@code x-restli-id} of the answer, which has no body. */
    Reply publish(Map<String, Object> post) {
        return api.send(
                HttpMethod.POST,
                URI.create(base + POSTS),
                headers -> headers.setContentType(MediaType.APPLICATION_JSON),
                api.bytes(post));
    }

    /** Repeatable: of a post that is deleted already the answer is the same. */
    Reply delete(String urn) {
        return api.send(HttpMethod.DELETE, one(POSTS, urn), headers -> headers.set(METHOD, "DELETE"), null);
    }

    /** Announces an image; nobody sees it until a post shows it. */
    Reply announceImage() {
        return api.send(
                HttpMethod.POST,
                URI.create(base + IMAGES + "?action=initializeUpload"),
                headers -> headers.setContentType(MediaType.APPLICATION_JSON),
                api.bytes(Map.of("initializeUploadRequest", Map.of("owner", author))));
    }

    Reply upload(URI address, String type, byte[] bytes) {
        return api.send(
                HttpMethod.PUT, address, headers -> headers.setContentType(MediaType.parseMediaType(type)), bytes);
    }

    Reply image(String urn) {
        return api.send(HttpMethod.GET, one(IMAGES, urn), headers -> {}, null);
    }

    /** Whether the token may go there: to LinkedIn's own hosts, or to the API's. */
    boolean isLinkedIns(URI address) {
        var host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return (address.getScheme() + "://" + address.getRawAuthority())
                        .equals(base.getScheme() + "://" + base.getRawAuthority())
                || ("https".equals(address.getScheme()) && host.endsWith(".linkedin.com"));
    }

    private URI one(String collection, String urn) {
        return URI.create(base + collection + "/" + encoded(urn));
    }

    private static String encoded(String urn) {
        return URLEncoder.encode(urn, StandardCharsets.UTF_8);
    }

    private static String author(String organization) {
        return organization.startsWith("urn:") ? organization : "urn:li:organization:" + organization;
    }
}
