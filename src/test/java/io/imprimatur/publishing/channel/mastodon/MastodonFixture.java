package io.imprimatur.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.time.Clock;
import java.util.Map;

/** Opens accounts of Mastodon instances. */
public final class MastodonFixture {
    private MastodonFixture() {}

    public static Channel channel(Map<String, String> fields) {
        return new MastodonPlatform(
                        new ChannelHttp(PublishingFixture.properties()),
                        new ObjectMapper(),
                        time -> {},
                        Clock.systemUTC())
                .open(new AccountFixture("mastodon", fields));
    }
}
