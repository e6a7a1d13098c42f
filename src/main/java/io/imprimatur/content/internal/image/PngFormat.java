package io.imprimatur.content.internal.image;

import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * PNG (third edition, W3C), animated or not. Keeps the chunks that change how it is drawn; drops texts, EXIF, times,
 * unknown chunks and whatever follows {@code IEND}. The name inside a colour profile's chunk is replaced.
 */
final class PngFormat implements ImageFormat {
    private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final Set<String> DRAWING = Set.of(
            "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "pHYs", "acTL", "fcTL",
            "fdAT");
    private static final int HEADER_LENGTH = 13;

    @Override
    public boolean recognises(byte[] bytes) {
        return ByteSource.startsWith(bytes, SIGNATURE);
    }

    @Override
    public CleanImage clean(byte[] bytes, ImageBounds bounds) {
        var in = new ByteSource(bytes);
        var out = new ByteSink().bytes(in.take(SIGNATURE.length));
        var header = chunk(in);
        if (!header.type.equals("IHDR") || header.data.length != HEADER_LENGTH) {
            throw BrokenImage.refusal();
        }
        var size = new ByteSource(header.data);
        long width = size.u32();
        long height = size.u32();
        bounds.requirePixels(width, height);
        header.write(out);
        rest(in, out, bounds);
        return new CleanImage("image/png", out.toBytes(), (int) width, (int) height);
    }

    private static void rest(ByteSource in, ByteSink out, ImageBounds bounds) {
        boolean drawn = false;
        int frames = 0;
        while (true) {
            var chunk = chunk(in);
            if (chunk.type.equals("IHDR") || (isCritical(chunk.type) && !CRITICAL.contains(chunk.type))) {
                throw BrokenImage.refusal();
            }
            drawn |= chunk.type.equals("IDAT");
            if (chunk.type.equals("fcTL")) {
                bounds.requireFrames(++frames);
            }
            if (CRITICAL.contains(chunk.type) || DRAWING.contains(chunk.type)) {
                withoutName(chunk).write(out);
            }
            if (chunk.type.equals("IEND")) {
                if (!drawn) {
                    throw BrokenImage.refusal();
                }
                return;
            }
        }
    }

    /** A chunk whose type begins with a capital letter cannot be left out (section 5.4). */
    private static boolean isCritical(String type) {
        return (type.charAt(0) & 0x20) == 0;
    }

    private static Chunk chunk(ByteSource in) {
        long length = in.u32();
        var type = in.ascii(4);
        var chunk = new Chunk(type, in.take(length));
        if (in.u32() != chunk.crc()) {
            throw BrokenImage.refusal();
        }
        return chunk;
    }

    private static Chunk withoutName(Chunk chunk) {
        if (!chunk.type.equals("iCCP")) {
            return chunk;
        }
        int nameEnd = 0;
        while (nameEnd < chunk.data.length && chunk.data[nameEnd] != 0) {
            nameEnd++;
        }
        var profile = Arrays.copyOfRange(chunk.data, nameEnd, Math.max(nameEnd, chunk.data.length));
        return new Chunk("iCCP", new ByteSink().ascii("icc").bytes(profile).toBytes());
    }

    private record Chunk(String type, byte[] data) {
        long crc() {
            var crc = new CRC32();
            crc.update(new ByteSink().ascii(type).bytes(data).toBytes());
            return crc.getValue();
        }

        void write(ByteSink out) {
            out.u32(data.length).ascii(type).bytes(data).u32(crc());
        }
    }
}
