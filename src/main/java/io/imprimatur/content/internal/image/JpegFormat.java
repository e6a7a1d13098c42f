package io.imprimatur.content.internal.image;

import io.imprimatur.platform.Refusal;

/**
 * JPEG (ITU-T T.81). Keeps the tables, the frame, the scans, JFIF's density, ICC profile, Adobe's colour transform, and
 * the orientation as the only entry of an EXIF segment. Drops every other application segment, comments, and whatever
 * follows the end of the image, such as previews and the video of a motion photo.
 */
final class JpegFormat implements ImageFormat {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int QUANTISATION_TABLES = 0xDB;
    private static final int RESTART_INTERVAL = 0xDD;

    @Override
    public boolean recognises(byte[] bytes) {
        return ByteSource.startsWith(bytes, 0xFF, START_OF_IMAGE, 0xFF);
    }

    @Override
    public CleanImage clean(byte[] bytes, ImageBounds bounds) {
        return new Pass(bytes, bounds).run();
    }

    /** One walk over the segments. */
    private static final class Pass {
        private final ByteSource in;
        private final ImageBounds bounds;
        private final ByteSink tables = new ByteSink();
        private final JpegApplicationSegments application = new JpegApplicationSegments();
        private int width;
        private int height;
        private boolean scanned;

        Pass(byte[] bytes, ImageBounds bounds) {
            this.in = new ByteSource(bytes);
            this.bounds = bounds;
        }

        CleanImage run() {
            in.skip(2);
            for (int marker = marker(); marker != END_OF_IMAGE; marker = marker()) {
                segment(marker);
            }
            if (!scanned) {
                throw BrokenImage.refusal();
            }
            var out = new ByteSink()
                    .u16(0xFF00 | START_OF_IMAGE)
                    .bytes(application.kept())
                    .bytes(tables.toBytes())
                    .u16(0xFF00 | END_OF_IMAGE);
            return new CleanImage("image/jpeg", out.toBytes(), width, height);
        }

        /** A marker may be preceded by any number of fill bytes 0xFF (T.81, B.1.1.2). */
        private int marker() {
            if (in.u8() != 0xFF) {
                throw BrokenImage.refusal();
            }
            int marker = in.u8();
            while (marker == 0xFF) {
                marker = in.u8();
            }
            return marker;
        }

        private void segment(int marker) {
            if (marker < 0xC0 || (marker >= 0xD0 && marker <= START_OF_IMAGE)) {
                throw BrokenImage.refusal();
            }
            var payload = in.take(in.u16() - 2L);
            if (isFrame(marker)) {
                frame(marker, payload);
                keep(marker, payload);
            } else if (marker == START_OF_SCAN) {
                if (width == 0) {
                    throw BrokenImage.refusal();
                }
                keep(marker, payload);
                entropyCodedData();
                scanned = true;
            } else if (marker == HUFFMAN_TABLES || marker == QUANTISATION_TABLES || marker == RESTART_INTERVAL) {
                keep(marker, payload);
            } else if (!scanned) {
                application.offer(marker, payload);
            }
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xC0 && marker <= 0xCF && marker != HUFFMAN_TABLES && marker != 0xC8 && marker != 0xCC;
        }

        /** Browsers draw baseline, extended and progressive Huffman-coded images only. */
        private void frame(int marker, byte[] payload) {
            if (marker > 0xC2) {
                throw new Refusal(
                        Refusal.Kind.UNSUPPORTED_MEDIA,
                        "image-type",
                        "This kind of JPEG is not shown by browsers. Please save it as a standard JPEG.");
            }
            if (width != 0) {
                throw BrokenImage.refusal();
            }
            var frame = new ByteSource(payload);
            frame.skip(1);
            height = frame.u16();
            width = frame.u16();
            bounds.requirePixels(width, height);
        }

        private void keep(int marker, byte[] payload) {
            tables.u16(0xFF00 | marker).u16(payload.length + 2).bytes(payload);
        }

        private static boolean isData(int second) {
            return second == 0 || (second >= 0xD0 && second <= 0xD7);
        }

        /** Copies up to the next marker; 0xFF00 is a stuffed byte, 0xFFD0 to 0xFFD7 restart the decoder (T.81, B.1.1.5). */
        private void entropyCodedData() {
            while (in.peek() != 0xFF || isData(in.peekSecond())) {
                tables.u8(in.u8());
            }
        }
    }
}
