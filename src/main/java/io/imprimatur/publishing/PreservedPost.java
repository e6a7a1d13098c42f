package io.imprimatur.publishing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What readers saw of a post when it was withdrawn.
 *
 * @param source whether it was read from the platform, or is what was approved since the platform could not be read
 * @param problem why the platform could not be read; null when it could
 * @param text title, paragraphs and link, parted by blank lines
 */
public record PreservedPost(
        UUID id,
        UUID publicationId,
        String channel,
        Source source,
        @Nullable String problem,
        @Nullable URI address,
        @Nullable Instant publishedAt,
        Instant takenAt,
        String text,
        List<Picture> pictures) {
    public PreservedPost {
        pictures = List.copyOf(pictures);
    }

    /** Where it comes from. */
    public enum Source {
        LIVE,
        APPROVED
    }

    /** @param sha256 of the bytes that are kept */
    public record Picture(UUID id, String altText, String sha256) {}
}
