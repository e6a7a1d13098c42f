package io.imprimatur.content.internal.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few application segments of a JPEG that change how it is drawn. */
final class JpegApplicationSegments {
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);
    private static final int JFIF_WITHOUT_THUMBNAIL = 14;
    private static final int ADOBE_LENGTH = 12;

    private byte @Nullable [] jfif;
    private byte @Nullable [] adobe;
    private int orientation = ExifOrientation.UPRIGHT;
    private final List<byte[]> profile = new ArrayList<>();

    void offer(int marker, byte[] payload) {
        if (marker == 0xE0 && jfif == null && isJfif(payload)) {
            jfif = Arrays.copyOf(payload, JFIF_WITHOUT_THUMBNAIL);
            jfif[12] = 0;
            jfif[13] = 0;
        } else if (marker == 0xE1 && orientation == ExifOrientation.UPRIGHT && startsWith(payload, EXIF)) {
            orientation = ExifOrientation.read(Arrays.copyOfRange(payload, EXIF.length, payload.length));
        } else if (marker == 0xE2 && startsWith(payload, ICC)) {
            profile.add(payload);
        } else if (marker == 0xEE && adobe == null && payload.length >= ADOBE_LENGTH && startsWith(payload, ADOBE)) {
            adobe = Arrays.copyOf(payload, ADOBE_LENGTH);
        }
    }

    byte[] kept() {
        var out = new ByteSink();
        if (jfif != null) {
            write(out, 0xE0, jfif);
        }
        if (orientation != ExifOrientation.UPRIGHT) {
            write(
                    out,
                    0xE1,
                    new ByteSink()
                            .bytes(EXIF)
                            .bytes(ExifOrientation.write(orientation))
                            .toBytes());
        }
        profile.forEach(chunk -> write(out, 0xE2, chunk));
        if (adobe != null) {
            write(out, 0xEE, adobe);
        }
        return out.toBytes();
    }

    private static void write(ByteSink out, int marker, byte[] payload) {
        out.u16(0xFF00 | marker).u16(payload.length + 2).bytes(payload);
    }

    private static boolean isJfif(byte[] payload) {
        return payload.length >= JFIF_WITHOUT_THUMBNAIL && startsWith(payload, JFIF);
    }

    private static boolean startsWith(byte[] payload, byte[] beginning) {
        return payload.length >= beginning.length
                && Arrays.equals(payload, 0, beginning.length, beginning, 0, beginning.length);
    }
}
