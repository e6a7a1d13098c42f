package io.imprimatur.content;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an author hands in; becomes a {@link Revision}. */
public record Draft(
        ContentKind kind,
        String title,
        String body,
        @Nullable URI link,
        List<Image> images,
        List<String> channels,
        @Nullable Instant publishAt) {
    public Draft {
        images = List.copyOf(images);
        channels = List.copyOf(channels);
    }

    public record Image(UUID mediaId, String altText) {}
}
