package io.imprimatur.publishing.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as it was read back, as plain text.
 *
 * @param paragraphs text of each, its line breaks as line feeds; markup that is none of ours stays in it as markup
 */
public record LivePost(String title, List<String> paragraphs, @Nullable String link, List<Image> images) {
    public LivePost {
        paragraphs = List.copyOf(paragraphs);
        images = List.copyOf(images);
    }

    /** @param sha256 of the bytes that readers get; null when the platform serves only its own reworking of the image */
    public record Image(String altText, @Nullable String sha256) {}
}
