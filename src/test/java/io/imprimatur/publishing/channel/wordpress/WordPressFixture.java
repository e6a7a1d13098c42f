package io.imprimatur.publishing.channel.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.net.URI;

/** Makes the channel as the configuration would. */
final class WordPressFixture {
    private WordPressFixture() {}

    static Channel channel(URI url, String user, String password) {
        var site = new PublishingProperties.WordPress(url, user, password, "WordPress", 200, 100_000, 10);
        return WordPressConfiguration.channel(
                new ChannelHttp(PublishingFixture.properties()), site, new ObjectMapper());
    }

    static void requireThatAWrongPasswordIsNamed(URI url, Post post) {
        var wrong = channel(url, "imprimatur", "wrong");
        assertThat(wrong.testConnection()).isEqualTo(new ConnectionTest.Unusable("credentials-refused"));
        assertThat(wrong.publish(post)).isEqualTo(new PublishResult.Refused("credentials-refused"));
        assertThat(wrong.find(post)).isEqualTo(new Lookup.Unavailable("credentials-refused", null));
        assertThat(wrong.readBack(post, "1")).isEqualTo(new ReadBack.Unavailable("credentials-refused", null));
    }
}
