package io.imprimatur.content;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a piece: all that will leave the house.
 *
 * @param number from 1
 * @param body plain text; blank lines part paragraphs
 * @param channels keys of the channels, sorted
 * @param texts texts of their own for some of the channels, by the channel's key: they go out there instead of the body,
 *     and instead of the title too where a channel shows no title
 * @param publishAt when it shall go out; null means as soon as it is approved
 * @param timeZone in which the author chose that time; null when it was given as an instant
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
        Map<String, String> texts,
        @Nullable Instant publishAt,
        @Nullable ZoneId timeZone,
        String author,
        Instant createdAt,
        String hash) {
    public Revision {
        images = List.copyOf(images);
        channels = List.copyOf(channels);
        texts = Map.copyOf(texts);
    }

    /** With one text for all channels. */
    public Revision(
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
        this(
                contentId, number, kind, title, body, link, images, channels, Map.of(), publishAt, null, author,
                createdAt, hash);
    }

    /** The same with these images. */
    public Revision with(List<Image> others) {
        return new Revision(
                contentId, number, kind, title, body, link, others, channels, texts, publishAt, timeZone, author,
                createdAt, hash);
    }

    /**
     * An image with its alternative text.
     *
     * @param sha256 hash of the image's bytes
     */
    public record Image(UUID mediaId, String sha256, String altText) {}
}
