package io.imprimatur.publishing.internal;

import io.imprimatur.content.ChannelCatalog;
import io.imprimatur.publishing.channel.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The channels that this configuration has. */
@Component
class ConfiguredChannels implements ChannelCatalog {
    private final List<Channel> channels;
    private final Map<String, Channel> byKey;

    ConfiguredChannels(List<Channel> channels) {
        this.channels = List.copyOf(channels);
        byKey = channels.stream()
                .collect(Collectors.toUnmodifiableMap(channel -> channel.info().key(), Function.identity()));
    }

    @Override
    public List<ChannelInfo> channels() {
        return channels.stream().map(Channel::info).toList();
    }

    Optional<Channel> adapter(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
