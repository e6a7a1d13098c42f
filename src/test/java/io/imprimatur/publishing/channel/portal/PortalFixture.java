package io.imprimatur.publishing.channel.portal;

import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens accounts of patient portals. */
final class PortalFixture {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final PortalPlatform platform = new PortalPlatform(http(), Clock.fixed(NOW, ZoneOffset.UTC));

    Channel channel(Map<String, String> fields) {
        return platform.open(new AccountFixture("portal", fields));
    }

    PortalApi api(Map<String, String> fields) {
        return new PortalApi(FhirTransport.over(http()), new AccountFixture("portal", fields));
    }

    PortalParties nobody() {
        return new PortalParties(List.of(), Optional.empty());
    }

    static ChannelHttp http() {
        return new ChannelHttp(PublishingFixture.properties());
    }
}
