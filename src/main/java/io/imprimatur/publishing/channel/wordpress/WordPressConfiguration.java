package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channel exists when a site is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("imprimatur.publishing.wordpress.url")
class WordPressConfiguration {
    @Bean
    Channel wordPress(ChannelHttp http, PublishingProperties properties, ObjectMapper json) {
        return channel(http, properties.wordpress(), json);
    }

    /** @param site a complete one */
    static Channel channel(ChannelHttp http, PublishingProperties.WordPress site, ObjectMapper json) {
        var api = new WordPressApi(
                http,
                Objects.requireNonNull(site.url()),
                Objects.requireNonNull(site.user()),
                Objects.requireNonNull(site.password()),
                json);
        var info = new ChannelInfo(
                WordPressChannel.KEY, site.displayName(), site.maxTitle(), site.maxBody(), site.maxImages());
        return new WordPressChannel(info, api);
    }
}
