package io.imprimatur.content;

import java.util.Optional;
import java.util.UUID;

/** Images, immutable and without metadata. */
public interface MediaLibrary {
    /**
     * Stores an image after removing EXIF, GPS, XMP, comments and every other text from it.
     *
     * @throws io.imprimatur.platform.Refusal 413 {@code image-too-large} above 10 MB; 415 {@code image-type} unless its bytes
     *     are JPEG, PNG, GIF or WebP; 400 {@code image-broken}
     */
    Media store(byte[] bytes, String ownerId);

    Optional<Media> find(UUID id);

    byte[] bytes(UUID id);

    /**
     * @param type {@code image/jpeg}, {@code image/png}, {@code image/gif} or {@code image/webp}
     * @param size in bytes
     */
    record Media(UUID id, String type, int width, int height, long size, String sha256, String owner) {}
}
