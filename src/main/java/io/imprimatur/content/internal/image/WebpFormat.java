package io.imprimatur.content.internal.image;

import org.jspecify.annotations.Nullable;

/**
 * WebP (RFC 9649), still or animated. Keeps the image data, transparency, animation and colour profile; drops EXIF, XMP,
 * unknown chunks and whatever follows the container, and corrects its header accordingly.
 */
final class WebpFormat implements ImageFormat {
    private static final int ANIMATED = 0x02;
    private static final int ALPHA = 0x10;
    private static final int PROFILE = 0x20;
    private static final int FRAME_HEADER = 16;

    @Override
    public boolean recognises(byte[] bytes) {
        return ByteSource.startsWith(bytes, 'R', 'I', 'F', 'F')
                && bytes.length >= 12
                && new ByteSource(bytes, 8, 12).ascii(4).equals("WEBP");
    }

    @Override
    public CleanImage clean(byte[] bytes, ImageBounds bounds) {
        var in = new ByteSource(bytes);
        in.skip(4);
        var content = new ByteSource(in.take(in.u32LittleEndian()));
        content.skip(4);
        return new Pass(content, bounds).run();
    }

    /** One walk over the chunks. */
    private static final class Pass {
        private final ByteSource in;
        private final ImageBounds bounds;
        private final ByteSink kept = new ByteSink();
        private @Nullable Size canvas;
        private @Nullable Size image;
        private int flags;
        private boolean profile;
        private int frames;

        Pass(ByteSource in, ImageBounds bounds) {
            this.in = in;
            this.bounds = bounds;
        }

        CleanImage run() {
            boolean first = true;
            while (in.remaining() >= 8) {
                chunk(Chunk.read(in), first);
                first = false;
            }
            var size = canvas != null ? canvas : image;
            if (size == null || (image == null && frames == 0)) {
                throw BrokenImage.refusal();
            }
            var chunks = new ByteSink().ascii("WEBP");
            if (canvas != null) {
                extendedHeader(canvas).write(chunks);
            }
            chunks.bytes(kept.toBytes());
            var out =
                    new ByteSink().ascii("RIFF").u32LittleEndian(chunks.size()).bytes(chunks.toBytes());
            return new CleanImage("image/webp", out.toBytes(), size.width, size.height);
        }

        private void chunk(Chunk chunk, boolean first) {
            switch (chunk.type) {
                case "VP8X" -> extended(chunk, first);
                case "VP8 ", "VP8L" -> still(chunk);
                case "ALPH" -> keepIf(canvas != null && image == null, chunk);
                case "ICCP" -> {
                    keepIf(canvas != null && !profile && image == null && frames == 0, chunk);
                    profile |= canvas != null;
                }
                case "ANIM" -> keepIf(isAnimated() && frames == 0, chunk);
                case "ANMF" -> frame(chunk);
                default -> {
                    // Not needed to draw the image: EXIF, XMP and unknown chunks.
                }
            }
        }

        private void extended(Chunk chunk, boolean first) {
            var data = new ByteSource(chunk.data);
            if (!first) {
                throw BrokenImage.refusal();
            }
            flags = data.u8();
            data.skip(3);
            canvas = size(data.u24LittleEndian() + 1, data.u24LittleEndian() + 1);
        }

        private void still(Chunk chunk) {
            if (image != null || isAnimated()) {
                throw BrokenImage.refusal();
            }
            image = sizeOf(chunk);
            if (canvas != null && !canvas.equals(image)) {
                throw BrokenImage.refusal();
            }
            chunk.write(kept);
        }

        private void frame(Chunk chunk) {
            if (!isAnimated()) {
                throw BrokenImage.refusal();
            }
            bounds.requireFrames(++frames);
            var data = new ByteSource(chunk.data);
            var frame = new ByteSink().bytes(data.take(FRAME_HEADER));
            boolean drawn = false;
            while (data.remaining() >= 8) {
                var part = Chunk.read(data);
                if (part.type.equals("VP8 ") || part.type.equals("VP8L")) {
                    if (drawn) {
                        throw BrokenImage.refusal();
                    }
                    sizeOf(part);
                    drawn = true;
                    part.write(frame);
                } else if (part.type.equals("ALPH") && !drawn) {
                    part.write(frame);
                }
            }
            if (!drawn) {
                throw BrokenImage.refusal();
            }
            new Chunk("ANMF", frame.toBytes()).write(kept);
        }

        private boolean isAnimated() {
            return canvas != null && (flags & ANIMATED) != 0;
        }

        private void keepIf(boolean fitting, Chunk chunk) {
            if (fitting) {
                chunk.write(kept);
            }
        }

        private Chunk extendedHeader(Size canvas) {
            int rest = (flags & (ANIMATED | ALPHA)) | (profile ? PROFILE : 0);
            return new Chunk(
                    "VP8X",
                    new ByteSink()
                            .u8(rest)
                            .u24LittleEndian(0)
                            .u24LittleEndian(canvas.width - 1)
                            .u24LittleEndian(canvas.height - 1)
                            .toBytes());
        }

        private Size sizeOf(Chunk chunk) {
            var data = new ByteSource(chunk.data);
            if (chunk.type.equals("VP8L")) {
                return losslessSize(data);
            }
            int tag = data.u24LittleEndian();
            boolean keyFrame = (tag & 1) == 0;
            if (!keyFrame || data.u24LittleEndian() != 0x2A019D) {
                throw BrokenImage.refusal();
            }
            return size(data.u16LittleEndian() & 0x3FFF, data.u16LittleEndian() & 0x3FFF);
        }

        private Size losslessSize(ByteSource data) {
            if (data.u8() != 0x2F) {
                throw BrokenImage.refusal();
            }
            long bits = data.u32LittleEndian();
            return size((int) (bits & 0x3FFF) + 1, (int) (bits >>> 14 & 0x3FFF) + 1);
        }

        private Size size(int width, int height) {
            bounds.requirePixels(width, height);
            return new Size(width, height);
        }
    }

    private record Size(int width, int height) {}

    private record Chunk(String type, byte[] data) {
        /** Chunks of odd length are followed by one byte of padding (RFC 9649, section 2.3). */
        static Chunk read(ByteSource in) {
            var type = in.ascii(4);
            long length = in.u32LittleEndian();
            var data = in.take(length);
            if (length % 2 == 1 && !in.isAtEnd()) {
                in.skip(1);
            }
            return new Chunk(type, data);
        }

        void write(ByteSink out) {
            out.ascii(type).u32LittleEndian(data.length).bytes(data);
            if (data.length % 2 == 1) {
                out.u8(0);
            }
        }
    }
}
