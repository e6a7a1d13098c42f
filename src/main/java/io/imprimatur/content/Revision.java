package io.imprimatur.content;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a piece: all that will leave the house.
 *
 * @param number from 1
 * @param body plain text; blank lines part paragraphs
 * @param channels keys of the channels, sorted
 * @param publishAt when it shall go out; null means as soon as it is approved
 * @param hash SHA-256 in lower-case hexadecimal over the RFC 8785 form of content id, number and all that leaves the house
 */
public record Revision(
        UUID contentId,
        int number,
        ContentKind kind,
        String title,
        String body,
        @Nullable URI link,
        List<Image> images,
        List<String> channels,
        @Nullable Instant publishAt,
        String author,
        Instant createdAt,
        String hash) {
    public Revision {
        images = List.copyOf(images);
        channels = List.copyOf(channels);
    }

    /**
     * An image with its alternative text.
     *
     * @param sha256 hash of the image's bytes
     */
    public record Image(UUID mediaId, String sha256, String altText) {}
}
