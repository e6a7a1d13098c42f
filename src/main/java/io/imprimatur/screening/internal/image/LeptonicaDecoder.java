package io.imprimatur.screening.internal.image;

import static org.bytedeco.leptonica.global.leptonica.L_SEVERITY_NONE;
import static org.bytedeco.leptonica.global.leptonica.pixConvertTo8;
import static org.bytedeco.leptonica.global.leptonica.pixDestroy;
import static org.bytedeco.leptonica.global.leptonica.pixGetData;
import static org.bytedeco.leptonica.global.leptonica.pixGetHeight;
import static org.bytedeco.leptonica.global.leptonica.pixGetWidth;
import static org.bytedeco.leptonica.global.leptonica.pixGetWpl;
import static org.bytedeco.leptonica.global.leptonica.pixReadMem;
import static org.bytedeco.leptonica.global.leptonica.pixRemoveAlpha;
import static org.bytedeco.leptonica.global.leptonica.pixScale;
import static org.bytedeco.leptonica.global.leptonica.setMsgSeverity;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.leptonica.PIX;
import org.jspecify.annotations.Nullable;

/** Opens an image with Leptonica: native code, so it is asked only for what the JDK does not read. */
final class LeptonicaDecoder {
    private static final int PIXELS_A_WORD = 4;

    private final Deque<PIX> made = new ArrayDeque<>();

    private LeptonicaDecoder() {}

    /** In shades of grey, scaled down to so many pixels if it has more. */
    static BufferedImage decode(byte[] bytes, long maxPixels) throws Unreadable {
        var decoder = new LeptonicaDecoder();
        try (var data = new BytePointer(bytes)) {
            setMsgSeverity(L_SEVERITY_NONE);
            return decoder.grey(decoder.made(pixReadMem(data, bytes.length)), maxPixels);
        } catch (LinkageError noNativeCode) {
            throw new Unreadable(Doubt.UNAVAILABLE);
        } finally {
            decoder.made.forEach(image -> pixDestroy(image));
        }
    }

    private PIX made(@Nullable PIX image) throws Unreadable {
        if (image == null || image.isNull()) {
            throw new Unreadable(Doubt.UNREADABLE);
        }
        made.push(image);
        return image;
    }

    private BufferedImage grey(PIX image, long maxPixels) throws Unreadable {
        var factor = (float) Math.sqrt(maxPixels / ((double) pixGetWidth(image) * pixGetHeight(image)));
        var sized = factor < 1 ? made(pixScale(image, factor, factor)) : image;
        return copy(made(pixConvertTo8(made(pixRemoveAlpha(sized)), 0)));
    }

    /** Four pixels stand in each 32-bit word of a line, the first in its highest byte. */
    private static BufferedImage copy(PIX image) {
        int width = pixGetWidth(image);
        int height = pixGetHeight(image);
        int wordsPerLine = pixGetWpl(image);
        var words = new int[wordsPerLine * height];
        pixGetData(image).get(words);
        var grey = Greys.blank(width, height);
        var pixels = Greys.pixels(grey);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int word = words[y * wordsPerLine + x / PIXELS_A_WORD];
                pixels[y * width + x] = (byte) (word >>> 8 * (PIXELS_A_WORD - 1 - x % PIXELS_A_WORD));
            }
        }
        return grey;
    }
}
