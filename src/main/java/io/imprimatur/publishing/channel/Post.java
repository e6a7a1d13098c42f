package io.imprimatur.publishing.channel;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An approved revision on its way out.
 *
 * @param hash of the revision, as it was approved
 * @param key names this revision on every platform: the same for every send of it, different for every other revision.
 *     Lower-case ASCII letters, digits and hyphens, at most 100 characters; readable in an address
 * @param body plain text; blank lines part paragraphs
 */
public record Post(
        UUID contentId,
        int revision,
        String hash,
        String key,
        String title,
        String body,
        @Nullable URI link,
        List<Image> images) {
    public Post {
        images = List.copyOf(images);
    }

    /** The body's paragraphs; single line breaks inside one are line feeds. */
    public List<String> paragraphs() {
        return paragraphs(body);
    }

    /** The paragraphs of a plain text, which blank lines part. */
    public static List<String> paragraphs(String body) {
        return Arrays.stream(body.strip().split("\\R(?:\\h*\\R)+"))
                .map(paragraph -> paragraph.replaceAll("\\R", "\n").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /**
     * @param type its media type
     * @param width in pixels
     * @param height in pixels
     * @param content fetches the bytes
     */
    public record Image(
            UUID mediaId, String type, int width, int height, String sha256, String altText, Supplier<byte[]> content) {

        /**
         * The bytes, which have the approved hash.
         *
         * @throws ApprovedBytesChanged when they have not
         */
        public byte[] bytes() {
            return content.get();
        }
    }
}
