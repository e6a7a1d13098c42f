package io.imprimatur.content;

import java.util.List;
import java.util.Optional;

/** Port: which channels there are and what they take; filled by {@code publishing}. */
public interface ChannelCatalog {
    List<ChannelInfo> channels();

    default Optional<ChannelInfo> channel(String key) {
        return channels().stream().filter(channel -> channel.key().equals(key)).findFirst();
    }

    /**
     * @param key such as {@code newsroom}
     * @param maxTitle in characters
     * @param maxBody in characters
     */
    record ChannelInfo(String key, String displayName, int maxTitle, int maxBody, int maxImages) {}
}
