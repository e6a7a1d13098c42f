package io.imprimatur.publishing.channel.x;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Waiting;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.time.Clock;
import java.util.Map;

/** Opens accounts of X. */
public final class XFixture {
    private XFixture() {}

    public static Channel channel(Map<String, String> fields) {
        return channel(fields, Clock.systemUTC(), time -> {});
    }

    public static Platform platform() {
        return platform(Clock.systemUTC(), time -> {});
    }

    static Channel channel(Map<String, String> fields, Clock clock, Waiting waiting) {
        return platform(clock, waiting).open(new AccountFixture("x", fields));
    }

    static XPlatform platform(Clock clock, Waiting waiting) {
        return new XPlatform(new ChannelHttp(PublishingFixture.properties()), new ObjectMapper(), clock, waiting);
    }
}
