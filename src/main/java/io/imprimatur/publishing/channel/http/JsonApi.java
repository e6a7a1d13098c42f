package io.imprimatur.publishing.channel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

/** Calls to one base address that take and give JSON. */
public final class JsonApi {
    private final ChannelHttp http;
    private final ObjectMapper json;
    private final URI base;
    private final Consumer<HttpHeaders> headers;
    private final Reply.Reading reading;

    /**
     * @param base without a slash at its end
     * @param headers that every request has, such as the credentials; called anew for each
     */
    public JsonApi(ChannelHttp http, ObjectMapper json, URI base, Consumer<HttpHeaders> headers) {
        this(http, json, base, headers, Reply.Reading.BY_STATUS);
    }

    /**
     * @param base without a slash at its end
     * @param headers that every request has, such as the credentials; called anew for each
     * @param reading of the platform's errors
     */
    public JsonApi(
            ChannelHttp http, ObjectMapper json, URI base, Consumer<HttpHeaders> headers, Reply.Reading reading) {
        this.http = http;
        this.json = json;
        this.base = base;
        this.headers = headers;
        this.reading = reading;
    }

    /** @param query values as they are; they are encoded here */
    public Reply get(String path, Map<String, String> query) {
        return send(HttpMethod.GET, path, query);
    }

    /** A request without a body. */
    public Reply send(HttpMethod method, String path, Map<String, String> query) {
        return send(method, uri(path, query), more -> {}, null);
    }

    /** A request with a JSON body. */
    public Reply send(HttpMethod method, String path, Map<String, String> query, Object body) {
        return send(method, uri(path, query), more -> more.setContentType(MediaType.APPLICATION_JSON), bytes(body));
    }

    /** A request with any body. */
    public Reply send(HttpMethod method, URI uri, Consumer<HttpHeaders> more, byte @Nullable [] body) {
        return reply(http.send(
                method,
                uri,
                all -> {
                    all.setAccept(List.of(MediaType.APPLICATION_JSON));
                    headers.accept(all);
                    more.accept(all);
                },
                body));
    }

    public URI uri(String path, Map<String, String> query) {
        var builder = UriComponentsBuilder.fromUri(base).path(path);
        query.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
        return builder.encode().buildAndExpand(query).toUri();
    }

    /** The body as JSON. */
    public byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException neverForPlainValues) {
            throw new IllegalStateException(neverForPlainValues);
        }
    }

    private Reply reply(Exchange exchange) {
        if (!(exchange instanceof Exchange.Answer answer)) {
            return new Reply(exchange, null, MissingNode.getInstance(), reading);
        }
        var body = parse(answer.body());
        return answer.ok()
                ? new Reply(exchange, body, MissingNode.getInstance(), reading)
                : new Reply(exchange, null, body == null ? MissingNode.getInstance() : body, reading);
    }

    private @Nullable JsonNode parse(byte[] body) {
        try {
            var tree = json.readTree(body);
            return tree.isContainerNode() ? tree : null;
        } catch (IOException notJson) {
            return null;
        }
    }
}
