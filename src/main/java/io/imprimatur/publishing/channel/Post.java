package io.imprimatur.publishing.channel;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param title empty when the author wrote a text of its own for a channel that shows no title
 * @param body plain text; blank lines part paragraphs
 * @param notBefore a time before which it cannot have been published: what is older on a platform is another post, even with
 *     the very same text. Null when it is not known
 */
public record Post(
        UUID contentId,
        int revision,
        String hash,
        String key,
        String title,
        String body,
        @Nullable URI link,
        List<Image> images,
        @Nullable Instant notBefore) {
    public Post {
        images = List.copyOf(images);
    }

    /** One of which it is not known since when it can be public. */
    public Post(
            UUID contentId,
            int revision,
            String hash,
            String key,
            String title,
            String body,
            @Nullable URI link,
            List<Image> images) {
        this(contentId, revision, hash, key, title, body, link, images, null);
    }

    /** The body's paragraphs; single line breaks inside one are line feeds. */
    public List<String> paragraphs() {
        return paragraphs(body);
    }

    /** Title, paragraphs and link in one text, parted by blank lines: for platforms that know nothing but a text. */
    public String wholeText() {
        var parts = new ArrayList<String>();
        if (!title.isEmpty()) {
            parts.add(title);
        }
        parts.addAll(paragraphs());
        if (link != null) {
            parts.add(link.toString());
        }
        return String.join("\n\n", parts);
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
