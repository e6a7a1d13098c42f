package io.imprimatur.publishing.channel.bluesky;

import io.imprimatur.publishing.channel.Preview;
import java.util.List;
import java.util.Map;

/**
 * A part of a text that a reader can follow (lexicon app.bsky.richtext.facet).
 *
 * @param start and {@code end} in UTF-16 units
 * @param target a link's address, or a tag without its sign
 */
record Facet(boolean tag, int start, int end, String target) {
    /** As the lexicon writes it, with offsets in UTF-8 bytes. */
    Map<String, Object> json(String text) {
        var feature = tag
                ? Map.of("$type", "app.bsky.richtext.facet#tag", "tag", target)
                : Map.of("$type", "app.bsky.richtext.facet#link", "uri", target);
        var from = TextSize.bytes(text.substring(0, start));
        var to = TextSize.bytes(text.substring(0, end));
        return Map.of("index", Map.of("byteStart", from, "byteEnd", to), "features", List.of(feature));
    }

    Preview.Entity entity() {
        return new Preview.Entity(tag ? Preview.Entity.Kind.HASHTAG : Preview.Entity.Kind.LINK, start, end);
    }
}
