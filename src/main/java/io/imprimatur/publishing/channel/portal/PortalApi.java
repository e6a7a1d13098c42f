package io.imprimatur.publishing.channel.portal;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.api.RequestFormatParamStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.gclient.IClientExecutable;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.http.Exchange;
import java.net.URI;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** The interactions of FHIR R4 that the channel needs (hl7.org/fhir/R4/http.html). */
final class PortalApi {
    /** More than one is too many already. */
    private static final int MOST_MATCHES = 5;

    private static final int CREATED = 201;

    private final FhirTransport transport;
    private final Account account;
    private final String base;

    PortalApi(FhirTransport transport, Account account) {
        this.transport = transport;
        this.account = account;
        this.base = account.required("url").replaceFirst("/+$", "");
    }

    /** Never from the server's cache of earlier searches, and only by a server that knows the parameter. */
    FhirReply<Bundle> search(String key) {
        return call(client -> client.search()
                .forResource(Communication.class)
                .where(Communication.IDENTIFIER.exactly().systemAndIdentifier(PortalMessage.SYSTEM, key))
                .count(MOST_MATCHES)
                .returnBundle(Bundle.class)
                .cacheControl(CacheControlDirective.noCache())
                .withAdditionalHeader("Prefer", "handling=strict"));
    }

    /** Stores it unless there is one with that key; then nothing changes, and the server names that one. */
    FhirReply<MethodOutcome> create(Communication message, String key) {
        var condition = "identifier=" + PortalMessage.SYSTEM + "%7C" + key;
        return call(client -> client.create()
                .resource(message)
                .prefer(PreferReturnEnum.MINIMAL)
                .withAdditionalHeader("If-None-Exist", condition));
    }

    FhirReply<Communication> read(String id) {
        return call(client ->
                client.read().resource(Communication.class).withId(id).cacheControl(CacheControlDirective.noCache()));
    }

    /** Stores it if the server still has the version that it was read in. */
    FhirReply<MethodOutcome> update(Communication message) {
        return call(client ->
                client.update().resource(message).withId(message.getIdElement()).prefer(PreferReturnEnum.MINIMAL));
    }

    FhirReply<MethodOutcome> delete(String id) {
        return call(client -> client.delete().resourceById("Communication", id));
    }

    FhirReply<CapabilityStatement> capabilities() {
        return call(client -> client.capabilities().ofType(CapabilityStatement.class));
    }

    /** @param reference such as {@code Group/123} */
    FhirReply<IBaseResource> read(IdType reference) {
        return call(
                client -> client.read().resource(reference.getResourceType()).withId(reference.getIdPart()));
    }

    /** The id of what a create stored; null when the server had one already, or does not say. */
    static @Nullable String created(MethodOutcome outcome) {
        var stored = outcome.getResource();
        var id = outcome.getId() != null || stored == null ? outcome.getId() : stored.getIdElement();
        return outcome.getResponseStatusCode() == CREATED && id != null ? id.getIdPart() : null;
    }

    URI address(String id) {
        return URI.create(base + "/Communication/" + id);
    }

    private <T> FhirReply<T> call(Function<IGenericClient, IClientExecutable<?, ? extends T>> request) {
        var client = transport.client(base);
        client.setFormatParamStyle(RequestFormatParamStyleEnum.NONE);
        account.secretIfFilled("token")
                .ifPresent(token -> client.registerInterceptor(new BearerTokenAuthInterceptor(token)));
        try {
            return FhirReply.of(request.apply(client).encodedJson().execute());
        } catch (FhirRequest.Unsuccessful ended) {
            return FhirReply.without(ended.exchange());
        } catch (BaseServerResponseException | DataFormatException | ClassCastException noFhir) {
            return FhirReply.without(new Exchange.Lost());
        }
    }
}
