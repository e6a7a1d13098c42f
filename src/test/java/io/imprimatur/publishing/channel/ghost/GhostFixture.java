package io.imprimatur.publishing.channel.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.time.Clock;
import java.util.Map;

/** Opens accounts of Ghost sites. */
final class GhostFixture {
    private static final String WRONG_KEY = "0".repeat(24) + ":" + "0".repeat(64);

    private GhostFixture() {}

    static Channel channel(Map<String, String> fields) {
        return new GhostPlatform(new ChannelHttp(PublishingFixture.properties()), new ObjectMapper(), Clock.systemUTC())
                .open(new AccountFixture("ghost", fields));
    }

    static void requireThatAWrongKeyIsNamed(String url, Post post) {
        var wrong = channel(Map.of("url", url, "admin-key", WRONG_KEY));
        var id = "0".repeat(24);
        assertThat(wrong.testConnection()).isEqualTo(new ConnectionTest.Unusable("credentials-refused"));
        assertThat(wrong.publish(post)).isEqualTo(new PublishResult.Refused("credentials-refused"));
        assertThat(wrong.find(post)).isEqualTo(new Lookup.Unavailable("credentials-refused", null));
        assertThat(wrong.readBack(post, id)).isEqualTo(new ReadBack.Unavailable("credentials-refused", null));
        assertThat(wrong.withdraw(post, id)).isEqualTo(new Takedown.Refused("credentials-refused"));
    }
}
