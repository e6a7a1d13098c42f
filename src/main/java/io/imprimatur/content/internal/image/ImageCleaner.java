package io.imprimatur.content.internal.image;

import io.imprimatur.platform.Refusal;
import java.util.List;

/** Finds out by its bytes what an image is, and removes its metadata without touching its pixels. */
public final class ImageCleaner {
    private static final List<ImageFormat> FORMATS =
            List.of(new JpegFormat(), new PngFormat(), new GifFormat(), new WebpFormat());

    private final ImageBounds bounds;

    public ImageCleaner(ImageBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * The image without EXIF, GPS, XMP, comments, previews and whatever follows its end.
     *
     * @throws Refusal 415 {@code image-type}; 400 {@code image-broken}, {@code image-too-many-pixels},
     *     {@code image-too-many-frames}
     */
    public CleanImage clean(byte[] bytes) {
        return FORMATS.stream()
                .filter(format -> format.recognises(bytes))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.UNSUPPORTED_MEDIA, "image-type", "This is not a JPEG, PNG, GIF or WebP image."))
                .clean(bytes, bounds);
    }
}
