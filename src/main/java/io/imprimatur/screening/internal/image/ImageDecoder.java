package io.imprimatur.screening.internal.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Opens JPEG, PNG and GIF with the JDK's readers, and what they do not know, such as WebP, with Leptonica's. */
final class ImageDecoder {
    /** An unpacked image has at most so many times the pixels at which it is read. */
    private static final int SPARE = 4;

    private static final byte[] ANIMATED_PNG = "acTL".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_OF_FILE = 4096;

    private final int maxPixels;

    ImageDecoder(int maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * @param grey at the size at which it is read
     * @param animated whether it has more pictures than this one
     */
    record Picture(BufferedImage grey, boolean animated) {}

    Picture decode(byte[] bytes) throws Unreadable {
        try {
            var known = read(bytes);
            return known.isPresent() ? known.get() : new Picture(sized(LeptonicaDecoder.decode(bytes, spare())), false);
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable(Doubt.UNREADABLE);
        }
    }

    private Optional<Picture> read(byte[] bytes) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in);
                return Optional.of(new Picture(sized(subsampled(reader)), isAnimated(reader, bytes)));
            } catch (IOException unknownVariant) {
                return Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private BufferedImage subsampled(ImageReader reader) throws IOException {
        var how = reader.getDefaultReadParam();
        int step = 1;
        while ((long) reader.getWidth(0) * reader.getHeight(0) / ((long) step * step) > spare()) {
            step++;
        }
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static boolean isAnimated(ImageReader reader, byte[] bytes) throws IOException {
        return switch (reader.getFormatName()) {
            case "gif" -> reader.getNumImages(true) > 1;
            case "png" -> contains(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD_OF_FILE)), ANIMATED_PNG);
            default -> false;
        };
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private long spare() {
        return (long) maxPixels * SPARE;
    }

    private BufferedImage sized(BufferedImage image) {
        return Greys.toRead(image, maxPixels);
    }
}
