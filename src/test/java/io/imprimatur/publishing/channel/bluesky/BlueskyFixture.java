package io.imprimatur.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.time.Clock;
import java.util.Map;

/** Opens accounts of Bluesky. */
public final class BlueskyFixture {
    private BlueskyFixture() {}

    public static Channel channel(Map<String, String> fields) {
        return channel(fields, Clock.systemUTC());
    }

    static Channel channel(Map<String, String> fields, Clock clock) {
        return new BlueskyPlatform(new ChannelHttp(PublishingFixture.properties()), new ObjectMapper(), clock)
                .open(new AccountFixture("bluesky", fields));
    }
}
