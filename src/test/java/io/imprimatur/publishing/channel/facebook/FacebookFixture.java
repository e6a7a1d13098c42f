package io.imprimatur.publishing.channel.facebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.util.Map;

/** Opens accounts of Facebook pages. */
public final class FacebookFixture {
    private FacebookFixture() {}

    public static Channel channel(Map<String, String> fields) {
        return platform().open(new AccountFixture("facebook", fields));
    }

    public static Platform platform() {
        return new FacebookPlatform(new ChannelHttp(PublishingFixture.properties()), new ObjectMapper());
    }
}
