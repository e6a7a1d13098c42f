package io.imprimatur.publishing.channel.portal;

import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Patient portals that show the messages of a FHIR R4 server. */
@Component
final class PortalPlatform implements Platform {
    private final ChannelHttp http;
    private final Clock clock;
    private @Nullable FhirTransport transport;

    PortalPlatform(ChannelHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "portal";
    }

    @Override
    public String displayName() {
        return "Patient portal";
    }

    @Override
    public List<AccountField> fields() {
        return List.of(
                AccountField.address(
                        "url", "Address of the FHIR server", "The base of its FHIR R4 interface, such as …/fhir."),
                AccountField.secret("token", "Token", "A bearer token of the server; empty when it wants none.")
                        .optional(),
                AccountField.text(
                                "recipients",
                                "Recipients",
                                "References such as Group/123, parted by commas; empty when the server decides who reads.")
                        .optional(),
                AccountField.text("sender", "Sender", "A reference such as Organization/1; may be empty.")
                        .optional());
    }

    @Override
    public Channel open(Account account) {
        return new PortalChannel(account, new PortalApi(transport(), account), clock);
    }

    /** Only a house that has a portal pays for it. */
    private synchronized FhirTransport transport() {
        if (transport == null) {
            transport = FhirTransport.over(http);
        }
        return transport;
    }
}
