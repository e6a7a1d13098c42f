package io.imprimatur.publishing.channel.portal;

import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens accounts of patient portals. */
final class PortalFixture {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ChannelHttp http;
    private final PortalPlatform platform;

    PortalFixture() {
        this(PublishingFixture.properties());
    }

    private PortalFixture(PublishingProperties properties) {
        this.http = new ChannelHttp(properties);
        this.platform = new PortalPlatform(http, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** As patient as the application is. */
    static PortalFixture patient() {
        var usual = PublishingFixture.properties();
        var patient = new PublishingProperties.Http(
                usual.http().connectTimeout(),
                Duration.ofSeconds(30),
                usual.http().longestAnswer());
        return new PortalFixture(
                new PublishingProperties(usual.worker(), usual.retry(), usual.check(), patient, usual.newsroom()));
    }

    Channel channel(Map<String, String> fields) {
        return platform.open(new AccountFixture("portal", fields));
    }

    PortalApi api(Map<String, String> fields) {
        return new PortalApi(FhirTransport.over(http), new AccountFixture("portal", fields));
    }

    PortalParties nobody() {
        return new PortalParties(List.of(), Optional.empty());
    }

    ChannelHttp http() {
        return http;
    }
}
