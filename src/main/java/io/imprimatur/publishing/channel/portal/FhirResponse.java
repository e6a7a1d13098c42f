package io.imprimatur.publishing.channel.portal;

import ca.uhn.fhir.rest.client.impl.BaseHttpResponse;
import ca.uhn.fhir.util.StopWatch;
import io.imprimatur.publishing.channel.http.Exchange;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A server's successful answer, as HAPI's client reads it. It is complete already. */
final class FhirResponse extends BaseHttpResponse {
    private final Exchange.Answer answer;

    FhirResponse(Exchange.Answer answer, StopWatch watch) {
        super(watch);
        this.answer = answer;
    }

    @Override
    public int getStatus() {
        return answer.status();
    }

    @Override
    public String getStatusInfo() {
        return "";
    }

    @Override
    public String getMimeType() {
        return answer.mediaType().split(";", 2)[0].strip();
    }

    /** By lower-case names, as HAPI looks for them. */
    @Override
    public Map<String, List<String>> getAllHeaders() {
        var headers = new TreeMap<String, List<String>>();
        answer.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    @Override
    public List<String> getHeaders(String name) {
        return answer.headers().getOrEmpty(name);
    }

    @Override
    public Object getResponse() {
        return answer;
    }

    @Override
    public Reader createReader() {
        return new InputStreamReader(readEntity(), StandardCharsets.UTF_8);
    }

    @Override
    public InputStream readEntity() {
        return new ByteArrayInputStream(answer.body());
    }

    @Override
    public void bufferEntity() {
        // it is in memory
    }

    @Override
    public void close() {
        // nothing is open
    }
}
