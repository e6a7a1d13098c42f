package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Channel;
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
}
