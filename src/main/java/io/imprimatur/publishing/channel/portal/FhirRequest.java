package io.imprimatur.publishing.channel.portal;

import ca.uhn.fhir.rest.client.api.BaseHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import ca.uhn.fhir.util.StopWatch;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Exchange;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** A request of HAPI's client, sent once by {@link ChannelHttp}. */
final class FhirRequest extends BaseHttpRequest {
    private final ChannelHttp http;
    private final String method;
    private final HttpHeaders headers = new HttpHeaders();
    private final byte @Nullable [] body;
    private String uri;

    FhirRequest(ChannelHttp http, String method, String uri, byte @Nullable [] body) {
        this.http = http;
        this.method = method;
        this.uri = uri;
        this.body = body;
    }

    /** @throws Unsuccessful before HAPI makes an exception of the server's answer, whose text could hold content */
    @Override
    public IHttpResponse execute() {
        var exchange = http.send(HttpMethod.valueOf(method), URI.create(uri), all -> all.putAll(headers), body);
        if (exchange instanceof Exchange.Answer answer && answer.ok()) {
            return new FhirResponse(answer, new StopWatch());
        }
        throw new Unsuccessful(exchange);
    }

    @Override
    public void addHeader(String name, String value) {
        headers.add(name, value);
    }

    @Override
    public void removeHeaders(String name) {
        headers.remove(name);
    }

    @Override
    public Map<String, List<String>> getAllHeaders() {
        return HttpHeaders.readOnlyHttpHeaders(headers);
    }

    @Override
    public @Nullable String getRequestBodyFromStream() {
        return null;
    }

    @Override
    public String getUri() {
        return uri;
    }

    @Override
    public void setUri(String uri) {
        this.uri = uri;
    }

    @Override
    public String getHttpVerbName() {
        return method;
    }

    /** The call ended in another way than with a success. */
    static final class Unsuccessful extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Exchange exchange;

        Unsuccessful(Exchange exchange) {
            super("The server did not do it", null, false, false);
            this.exchange = exchange;
        }

        Exchange exchange() {
            return exchange;
        }
    }
}
