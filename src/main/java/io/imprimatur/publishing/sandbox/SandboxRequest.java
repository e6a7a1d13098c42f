package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request to a sandbox platform.
 *
 * @param baseUrl of the platform in the sandbox
 * @param path behind it, beginning with a slash
 * @param query decoded; the first value of each name
 */
public record SandboxRequest(
        String baseUrl, String method, String path, Map<String, String> query, HttpHeaders headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public SandboxRequest {
        query = Map.copyOf(query);
    }

    /** Method and path, such as {@code POST /2/tweets}. */
    public String line() {
        return method + " " + path;
    }

    /** The value, or an empty text. */
    public String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** The first value, or an empty text. */
    public String header(String name) {
        var value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as {@code application/x-www-form-urlencoded}. */
    public Map<String, String> form() {
        return decoded(text());
    }

    static Map<String, String> decoded(String encoded) {
        var values = new java.util.TreeMap<String, String>();
        UriComponentsBuilder.fromUriString("?" + encoded)
                .build()
                .getQueryParams()
                .forEach((name, all) -> {
                    var value = all.get(0);
                    values.put(
                            java.net.URLDecoder.decode(name, StandardCharsets.UTF_8),
                            value == null ? "" : java.net.URLDecoder.decode(value, StandardCharsets.UTF_8));
                });
        return values;
    }
}
