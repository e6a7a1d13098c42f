package io.imprimatur.content.internal.image;

/** One image format. */
interface ImageFormat {
    /** Whether the first bytes are those of this format. */
    boolean recognises(byte[] bytes);

    /**
     * Rewrites the container with only what is needed to draw the image. Cleaning twice gives the same bytes as cleaning
     * once.
     *
     * @throws io.imprimatur.platform.Refusal when the container is broken or the image is out of bounds
     */
    CleanImage clean(byte[] bytes, ImageBounds bounds);
}
