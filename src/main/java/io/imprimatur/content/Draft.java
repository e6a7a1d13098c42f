package io.imprimatur.content;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an author hands in; becomes a {@link Revision}.
 *
 * @param texts see {@link Revision#texts()}
 * @param timeZone see {@link Revision#timeZone()}
 */
public record Draft(
        ContentKind kind,
        String title,
        String body,
        @Nullable URI link,
        List<Image> images,
        List<String> channels,
        @Nullable Instant publishAt,
        Map<String, String> texts,
        @Nullable ZoneId timeZone) {
    public Draft {
        images = List.copyOf(images);
        channels = List.copyOf(channels);
        texts = Map.copyOf(texts);
    }

    /** With one text for all channels. */
    public Draft(
            ContentKind kind,
            String title,
            String body,
            @Nullable URI link,
            List<Image> images,
            List<String> channels,
            @Nullable Instant publishAt) {
        this(kind, title, body, link, images, channels, publishAt, Map.of(), null);
    }

    public record Image(UUID mediaId, String altText) {}
}
