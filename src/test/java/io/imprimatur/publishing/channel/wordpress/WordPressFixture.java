package io.imprimatur.publishing.channel.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.util.Map;

/** Opens accounts of WordPress sites. */
public final class WordPressFixture {
    private WordPressFixture() {}

    static Channel channel(String url, String user, String password) {
        return channel(Map.of("url", url, "user", user, "password", password));
    }

    public static Channel channel(Map<String, String> fields) {
        return platform().open(new AccountFixture("wordpress", fields));
    }

    public static Platform platform() {
        return new WordPressPlatform(new ChannelHttp(PublishingFixture.properties()), new ObjectMapper());
    }

    static void requireThatAWrongPasswordIsNamed(String url, Post post) {
        var wrong = channel(url, "imprimatur", "wrong");
        assertThat(wrong.testConnection()).isEqualTo(new ConnectionTest.Unusable("credentials-refused"));
        assertThat(wrong.publish(post)).isEqualTo(new PublishResult.Refused("credentials-refused"));
        assertThat(wrong.find(post)).isEqualTo(new Lookup.Unavailable("credentials-refused", null));
        assertThat(wrong.readBack(post, "1")).isEqualTo(new ReadBack.Unavailable("credentials-refused", null));
    }
}
