package io.imprimatur.content.internal.image;

import io.imprimatur.platform.Refusal;

/**
 * How large an image may be once it is unpacked.
 *
 * @param maxPixels width times height
 * @param maxFrames frames of an animation
 */
public record ImageBounds(long maxPixels, int maxFrames) {
    void requirePixels(long width, long height) {
        if (width < 1 || height < 1) {
            throw BrokenImage.refusal();
        }
        if (width * height > maxPixels) {
            throw Refusal.invalid(
                    "image-too-many-pixels",
                    "The image is too large: it may have at most " + maxPixels / 1_000_000 + " megapixels.");
        }
    }

    void requireFrames(int frames) {
        if (frames > maxFrames) {
            throw Refusal.invalid("image-too-many-frames", "The animation may have at most " + maxFrames + " frames.");
        }
    }
}
