package io.imprimatur.content;

import java.util.List;
import java.util.Optional;

/** Port: which channels there are and what they take; filled by {@code publishing}. */
public interface ChannelCatalog {
    List<ChannelInfo> channels();

    default Optional<ChannelInfo> channel(String key) {
        return channels().stream().filter(channel -> channel.key().equals(key)).findFirst();
    }

    /** What the channel would refuse, cut or change of that revision; empty for an unknown channel. */
    default List<Remark> remarks(String channel, Revision revision) {
        return List.of();
    }

    /**
     * @param key such as {@code newsroom}
     * @param titled whether the title is shown as one; else title, text and link are one text
     * @param maxTitle in characters
     * @param maxBody in characters, as a first bound; {@link #remarks} counts as the platform does
     */
    record ChannelInfo(String key, String displayName, boolean titled, int maxTitle, int maxBody, int maxImages) {
        public static ChannelInfo titled(String key, String displayName, int maxTitle, int maxBody, int maxImages) {
            return new ChannelInfo(key, displayName, true, maxTitle, maxBody, maxImages);
        }

        /** Of a platform that knows nothing but a text. */
        public static ChannelInfo inOneText(String key, String displayName, int maxBody, int maxImages) {
            return new ChannelInfo(key, displayName, false, maxBody, maxBody, maxImages);
        }
    }

    /**
     * @param code lower-case and hyphenated
     * @param sentence for authors and reviewers; names the channel
     * @param field of the draft: {@code title}, {@code body}, {@code link} or {@code images}
     * @param refused whether the channel would not take it at all
     */
    record Remark(String channel, String code, String sentence, String field, boolean refused) {}
}
