package io.imprimatur.content.internal.image;

import org.jspecify.annotations.Nullable;

/**
 * GIF (89a specification). Keeps the screen, colour tables, images, their timing and the number of loops; drops comments,
 * plain texts, every other application's data and whatever follows the trailer.
 */
final class GifFormat implements ImageFormat {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int PLAIN_TEXT = 0x01;
    private static final int APPLICATION = 0xFF;
    private static final String LOOP = "NETSCAPE2.0";

    @Override
    public boolean recognises(byte[] bytes) {
        return ByteSource.startsWith(bytes, 'G', 'I', 'F', '8', '7', 'a')
                || ByteSource.startsWith(bytes, 'G', 'I', 'F', '8', '9', 'a');
    }

    @Override
    public CleanImage clean(byte[] bytes, ImageBounds bounds) {
        return new Pass(bytes, bounds).run();
    }

    /** One walk over the blocks. */
    private static final class Pass {
        private final ByteSource in;
        private final ImageBounds bounds;
        private final ByteSink out = new ByteSink();
        private byte @Nullable [] control;
        private int frames;

        Pass(byte[] bytes, ImageBounds bounds) {
            this.in = new ByteSource(bytes);
            this.bounds = bounds;
        }

        CleanImage run() {
            out.bytes(in.take(6));
            int width = in.u16LittleEndian();
            int height = in.u16LittleEndian();
            bounds.requirePixels(width, height);
            out.u16LittleEndian(width).u16LittleEndian(height);
            int flags = copy();
            out.bytes(in.take(2));
            colourTable(flags);
            for (int block = in.u8(); block != TRAILER; block = in.u8()) {
                if (block == IMAGE) {
                    image();
                } else if (block == EXTENSION) {
                    extension();
                } else {
                    throw BrokenImage.refusal();
                }
            }
            if (frames == 0) {
                throw BrokenImage.refusal();
            }
            out.u8(TRAILER);
            return new CleanImage("image/gif", out.toBytes(), width, height);
        }

        private int copy() {
            int value = in.u8();
            out.u8(value);
            return value;
        }

        private void colourTable(int flags) {
            if ((flags & 0x80) != 0) {
                out.bytes(in.take(3L << ((flags & 0x07) + 1)));
            }
        }

        private void image() {
            bounds.requireFrames(++frames);
            if (control != null) {
                out.u8(EXTENSION)
                        .u8(GRAPHIC_CONTROL)
                        .u8(control.length)
                        .bytes(control)
                        .u8(0);
                control = null;
            }
            int left = in.u16LittleEndian();
            int top = in.u16LittleEndian();
            int width = in.u16LittleEndian();
            int height = in.u16LittleEndian();
            bounds.requirePixels((long) left + width, (long) top + height);
            out.u8(IMAGE)
                    .u16LittleEndian(left)
                    .u16LittleEndian(top)
                    .u16LittleEndian(width)
                    .u16LittleEndian(height);
            colourTable(copy());
            copy();
            for (int length = copy(); length != 0; length = copy()) {
                out.bytes(in.take(length));
            }
        }

        private void extension() {
            int label = in.u8();
            if (label == GRAPHIC_CONTROL) {
                int length = in.u8();
                if (length != 4) {
                    throw BrokenImage.refusal();
                }
                control = in.take(length);
                skipSubBlocks();
            } else if (label == APPLICATION && in.peek() == LOOP.length()) {
                in.skip(1);
                application(in.ascii(LOOP.length()));
            } else {
                if (label == PLAIN_TEXT) {
                    control = null;
                }
                skipSubBlocks();
            }
        }

        /** The number of loops is a sub-block of three bytes, the first of which is 1. */
        private void application(String name) {
            if (name.equals(LOOP) && in.peek() == 3) {
                in.skip(1);
                int kind = in.u8();
                int loops = in.u16LittleEndian();
                if (kind == 1) {
                    out.u8(EXTENSION)
                            .u8(APPLICATION)
                            .u8(LOOP.length())
                            .ascii(LOOP)
                            .u8(3)
                            .u8(1)
                            .u16LittleEndian(loops)
                            .u8(0);
                }
            }
            skipSubBlocks();
        }

        private void skipSubBlocks() {
            for (int length = in.u8(); length != 0; length = in.u8()) {
                in.skip(length);
            }
        }
    }
}
