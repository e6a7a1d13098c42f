package io.imprimatur.publishing.channel.portal;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.api.Header;
import ca.uhn.fhir.rest.client.api.IHttpClient;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseBinary;
import org.jspecify.annotations.Nullable;

/** Makes the request of one call. JSON is asked for and sent, whatever HAPI's own preference. */
final class FhirCall implements IHttpClient {
    private static final String JSON = "application/fhir+json";

    private final ChannelHttp http;
    private final String method;
    private final String url;
    private final List<Header> headers;

    FhirCall(ChannelHttp http, String method, String url, List<Header> headers) {
        this.http = http;
        this.method = method;
        this.url = url;
        this.headers = List.copyOf(headers);
    }

    @Override
    public IHttpRequest createGetRequest(FhirContext fhir, @Nullable EncodingEnum encoding) {
        return request(null);
    }

    @Override
    public IHttpRequest createByteRequest(FhirContext fhir, String body, String type, @Nullable EncodingEnum encoding) {
        var request = request(body.getBytes(StandardCharsets.UTF_8));
        request.addHeader("Content-Type", type + "; charset=UTF-8");
        return request;
    }

    @Override
    public IHttpRequest createParamRequest(
            FhirContext fhir, Map<String, List<String>> parameters, @Nullable EncodingEnum encoding) {
        throw new UnsupportedOperationException("No form is sent");
    }

    @Override
    public IHttpRequest createBinaryRequest(FhirContext fhir, IBaseBinary binary) {
        throw new UnsupportedOperationException("No binary is sent");
    }

    private FhirRequest request(byte @Nullable [] body) {
        var request = new FhirRequest(http, method, url, body);
        request.addHeader("Accept", JSON);
        headers.forEach(header -> request.addHeader(header.getName(), header.getValue()));
        return request;
    }
}
