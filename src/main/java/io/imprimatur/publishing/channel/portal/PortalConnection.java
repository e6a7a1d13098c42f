package io.imprimatur.publishing.channel.portal;

import io.imprimatur.publishing.channel.ConnectionTest;
import org.hl7.fhir.r4.model.CapabilityStatement;

/** Asks a FHIR server for all that publishing needs: the right to search, conditional creates, and those who are named. */
final class PortalConnection {
    private final PortalApi api;

    PortalConnection(PortalApi api) {
        this.api = api;
    }

    ConnectionTest test(PortalParties parties) {
        var search = api.search("connection-test");
        if (search.value() == null) {
            return search.reply().unusable();
        }
        var capabilities = api.capabilities();
        if (capabilities.value() == null) {
            return capabilities.reply().unusable();
        }
        if (!createsUnderConditions(capabilities.value())) {
            return new ConnectionTest.Unusable("portal-cannot-publish-once");
        }
        return parties.all().anyMatch(each -> api.read(each).reply().notFound())
                ? new ConnectionTest.Unusable("portal-reference-unknown")
                : new ConnectionTest.Usable();
    }

    /** Without it a repeated request could store a message twice. */
    private static boolean createsUnderConditions(CapabilityStatement server) {
        return server.getRest().stream()
                .flatMap(rest -> rest.getResource().stream())
                .anyMatch(resource -> "Communication".equals(resource.getType()) && resource.getConditionalCreate());
    }
}
