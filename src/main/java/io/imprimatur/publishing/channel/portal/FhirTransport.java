package io.imprimatur.publishing.channel.portal;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.client.api.Header;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IHttpClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.impl.RestfulClientFactory;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's FHIR R4 client on {@link ChannelHttp} instead of Apache's HTTP client, which repeats requests. It asks a server for
 * nothing that it was not told to ask, and what it logs names no content.
 */
final class FhirTransport extends RestfulClientFactory {
    private final ChannelHttp http;

    private FhirTransport(ChannelHttp http, FhirContext fhir) {
        super(fhir);
        this.http = http;
        setServerValidationMode(ServerValidationModeEnum.NEVER);
    }

    /** Reads the model of FHIR R4, which takes a moment; so once for all accounts. */
    static FhirTransport over(ChannelHttp http) {
        var fhir = FhirContext.forR4();
        fhir.setParserErrorHandler(new LenientErrorHandler(false));
        var transport = new FhirTransport(http, fhir);
        fhir.setRestfulClientFactory(transport);
        return transport;
    }

    /** @param base without a slash at its end */
    IGenericClient client(String base) {
        return newGenericClient(base);
    }

    @Override
    protected IHttpClient getHttpClient(String base) {
        return new FhirCall(http, "GET", base, List.of());
    }

    /** Headers for conditions ({@code ifNoneExist…}) are set as headers of the call; HAPI writes addresses into them. */
    @Override
    public IHttpClient getHttpClient(
            StringBuilder url,
            @Nullable Map<String, List<String>> ifNoneExistParameters,
            @Nullable String ifNoneExist,
            @Nullable RequestTypeEnum method,
            @Nullable List<Header> headers) {
        if (ifNoneExistParameters != null || ifNoneExist != null) {
            throw new UnsupportedOperationException("Set the header If-None-Exist instead");
        }
        return new FhirCall(
                http, method == null ? "GET" : method.name(), url.toString(), headers == null ? List.of() : headers);
    }

    @Override
    protected void resetHttpClient() {
        // there is none of its own
    }

    @Override
    public <T> void setHttpClient(T client) {
        throw new UnsupportedOperationException("There is one HTTP stack");
    }

    @Override
    public void setProxy(String host, Integer port) {
        throw new UnsupportedOperationException("There is one HTTP stack");
    }
}
