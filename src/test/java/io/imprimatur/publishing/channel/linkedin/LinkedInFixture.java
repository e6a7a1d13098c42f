package io.imprimatur.publishing.channel.linkedin;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.util.Map;

/** Opens accounts of company pages on LinkedIn. */
public final class LinkedInFixture {
    private LinkedInFixture() {}

    public static Channel channel(Map<String, String> fields) {
        return platform().open(new AccountFixture("linkedin", fields));
    }

    public static Platform platform() {
        return new LinkedInPlatform(new ChannelHttp(PublishingFixture.properties()), new ObjectMapper(), time -> {});
    }
}
