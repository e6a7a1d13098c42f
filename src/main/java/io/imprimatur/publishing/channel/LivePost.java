package io.imprimatur.publishing.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as it was read back, as plain text.
 *
 * @param title empty where the platform has none
 * @param paragraphs text of each, its line breaks as line feeds; markup that is none of ours stays in it as markup
 * @param link one that the platform keeps beside the text; null when it is part of the text, or there is none
 */
public record LivePost(String title, List<String> paragraphs, @Nullable String link, List<Image> images) {
    public LivePost {
        paragraphs = List.copyOf(paragraphs);
        images = List.copyOf(images);
    }

    /** Of a platform that shows title, text, link and images apart. */
    public static LivePost of(Post post) {
        var link = post.link();
        return new LivePost(post.title(), post.paragraphs(), link == null ? null : link.toString(), images(post));
    }

    /** Of a platform that shows one text, {@link Post#wholeText()}, and images. */
    public static LivePost inOneText(Post post) {
        return new LivePost("", Post.paragraphs(post.wholeText()), null, images(post));
    }

    private static List<Image> images(Post post) {
        return post.images().stream()
                .map(image -> new Image(image.altText(), image.sha256(), null))
                .toList();
    }

    /**
     * @param sha256 of the bytes that readers get; null when the platform serves only its own reworking of the image
     * @param picture what readers get, reworked or not; null when it was not fetched
     */
    public record Image(String altText, @Nullable String sha256, @Nullable Picture picture) {
        public Image(String altText, @Nullable String sha256) {
            this(altText, sha256, null);
        }

        /** The bytes that readers get, which the platform does not rework. */
        public static Image original(String altText, Picture picture) {
            return new Image(altText, picture.sha256(), picture);
        }

        /** What the platform made of the image. */
        public static Image reworked(String altText, @Nullable Picture picture) {
            return new Image(altText, null, picture);
        }
    }
}
