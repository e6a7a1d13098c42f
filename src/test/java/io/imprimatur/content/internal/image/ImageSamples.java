package io.imprimatur.content.internal.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images made on the spot, with a marker text in every place where metadata lives. */
public final class ImageSamples {
    /** What must never be found in a cleaned image. */
    public static final String MARKER = "PATIENT-Jane-Roe-N40.7128-W74.0060";

    private static final byte[] MARKER_BYTES = MARKER.getBytes(StandardCharsets.US_ASCII);

    private ImageSamples() {}

    /** One tagged image of each format. */
    static List<byte[]> tagged() {
        return List.of(taggedJpeg(), taggedPng(), taggedGif(), taggedWebp(), taggedAnimatedWebp());
    }

    static List<byte[]> plain() {
        return List.of(plain("jpg"), plain("png"), plain("gif"), webp());
    }

    /** A small picture as ImageIO writes it. */
    public static byte[] plain(String format) {
        var image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, 24, 16);
        graphics.setColor(Color.BLUE);
        graphics.fillOval(3, 2, 15, 12);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** EXIF with GPS and orientation 6, XMP, IPTC, a comment, a maker's segment, a JFIF thumbnail, and a film behind it. */
    public static byte[] taggedJpeg() {
        var plain = plain("jpg");
        var exif = new ByteSink()
                .ascii("Exif\0\0II")
                .u16LittleEndian(42)
                .u32LittleEndian(8)
                .u16LittleEndian(2)
                .bytes(entry(0x0112, 3, 1, 6))
                .bytes(entry(0x8825, 2, MARKER.length(), 38))
                .u32LittleEndian(0)
                .ascii(MARKER);
        return new ByteSink()
                .u16(0xFFD8)
                .bytes(jpegSegment(
                        0xE0,
                        new ByteSink()
                                .ascii("JFIF\0")
                                .u16(0x0102)
                                .u8(0)
                                .u16(72)
                                .u16(72)
                                .u8(4)
                                .u8(3)
                                .ascii((MARKER + "..............").substring(0, 36))))
                .bytes(jpegSegment(0xE1, exif))
                .bytes(jpegSegment(0xE1, new ByteSink().ascii("http://ns.adobe.com/xap/1.0/\0<x>" + MARKER + "</x>")))
                .bytes(jpegSegment(0xE2, new ByteSink().ascii("MPF\0" + MARKER)))
                .bytes(jpegSegment(0xED, new ByteSink().ascii("Photoshop 3.0\0" + MARKER)))
                .bytes(jpegSegment(0xFE, new ByteSink().ascii(MARKER)))
                .bytes(jpegSegment(0xE7, new ByteSink().ascii(MARKER)))
                .bytes(Arrays.copyOfRange(plain, 2, plain.length))
                .ascii("ftypmp42" + MARKER)
                .toBytes();
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return new ByteSink()
                .u16LittleEndian(tag)
                .u16LittleEndian(type)
                .u32LittleEndian(count)
                .u32LittleEndian(value)
                .toBytes();
    }

    static byte[] jpegSegment(int marker, ByteSink payload) {
        return new ByteSink()
                .u16(0xFF00 | marker)
                .u16(payload.size() + 2)
                .bytes(payload.toBytes())
                .toBytes();
    }

    /** Texts of all three kinds, EXIF, a time, a profile's name, an unknown chunk, and bytes behind the end. */
    static byte[] taggedPng() {
        var plain = plain("png");
        int afterHeader = 8 + 25;
        return new ByteSink()
                .bytes(Arrays.copyOf(plain, afterHeader))
                .bytes(pngChunk("tEXt", "Author\0" + MARKER))
                .bytes(pngChunk("zTXt", "Comment\0\0" + MARKER))
                .bytes(pngChunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + MARKER))
                .bytes(pngChunk("eXIf", "MM\0*" + MARKER))
                .bytes(pngChunk("tIME", "1234567"))
                .bytes(pngChunk("sPLT", MARKER + "\0\0"))
                .bytes(pngChunk("prVt", MARKER))
                .bytes(Arrays.copyOfRange(plain, afterHeader, plain.length))
                .ascii(MARKER)
                .toBytes();
    }

    static byte[] pngChunk(String type, String data) {
        var crc = new CRC32();
        crc.update((type + data).getBytes(StandardCharsets.ISO_8859_1));
        return new ByteSink()
                .u32(data.length())
                .ascii(type)
                .ascii(data)
                .u32(crc.getValue())
                .toBytes();
    }

    /** A comment, a plain text, XMP and another application's data around the image; a loop that must stay. */
    static byte[] taggedGif() {
        var plain = plain("gif");
        int screen = 13 + 3 * (2 << (plain[10] & 7));
        var text = new ByteSink().u8(MARKER.length()).ascii(MARKER).u8(0).toBytes();
        return new ByteSink()
                .ascii("GIF89a")
                .bytes(Arrays.copyOfRange(plain, 6, screen))
                .bytes(new byte[] {0x21, (byte) 0xFF, 11})
                .ascii("NETSCAPE2.0")
                .bytes(new byte[] {3, 1, 5, 0, 0})
                .u16(0x21FE)
                .bytes(text)
                .u16(0x2101)
                .u8(12)
                .bytes(new byte[12])
                .bytes(text)
                .bytes(new byte[] {0x21, (byte) 0xFF, 11})
                .ascii("XMP DataXMP")
                .bytes(text)
                .bytes(new byte[] {0x21, (byte) 0xFF, 11})
                .ascii("MAKER  1234")
                .bytes(text)
                .bytes(Arrays.copyOfRange(plain, screen, plain.length))
                .ascii(MARKER)
                .toBytes();
    }

    /** Lossless, 24 by 16 pixels; its image data is no picture, which no container check looks into. */
    static byte[] webp() {
        return riff(new ByteSink().bytes(webpChunk("VP8L", lossless())));
    }

    private static byte[] lossless() {
        return new ByteSink()
                .u8(0x2F)
                .u32LittleEndian(23 | 15L << 14)
                .bytes(new byte[] {1, 2, 3, 4})
                .toBytes();
    }

    static byte[] taggedWebp() {
        return new ByteSink()
                .bytes(riff(new ByteSink()
                        .bytes(webpChunk("VP8X", canvas(0x0C)))
                        .bytes(webpChunk("VP8L", lossless()))
                        .bytes(webpChunk("EXIF", MARKER_BYTES))
                        .bytes(webpChunk("XMP ", MARKER_BYTES))
                        .bytes(webpChunk("note", MARKER_BYTES))))
                .ascii(MARKER)
                .toBytes();
    }

    static byte[] taggedAnimatedWebp() {
        var frame = new ByteSink()
                .bytes(new byte[16])
                .bytes(webpChunk("note", MARKER_BYTES))
                .bytes(webpChunk("VP8L", lossless()))
                .bytes(webpChunk("note", MARKER_BYTES))
                .toBytes();
        return riff(new ByteSink()
                .bytes(webpChunk("VP8X", canvas(0x0E)))
                .bytes(webpChunk("ANIM", new byte[6]))
                .bytes(webpChunk("ANMF", frame))
                .bytes(webpChunk("ANMF", frame))
                .bytes(webpChunk("EXIF", MARKER_BYTES)));
    }

    private static byte[] canvas(int flags) {
        return new ByteSink()
                .u8(flags)
                .u24LittleEndian(0)
                .u24LittleEndian(23)
                .u24LittleEndian(15)
                .toBytes();
    }

    static byte[] webpChunk(String type, byte[] data) {
        return new ByteSink()
                .ascii(type)
                .u32LittleEndian(data.length)
                .bytes(data)
                .bytes(new byte[data.length % 2])
                .toBytes();
    }

    static byte[] riff(ByteSink chunks) {
        return new ByteSink()
                .ascii("RIFF")
                .u32LittleEndian(chunks.size() + 4)
                .ascii("WEBP")
                .bytes(chunks.toBytes())
                .toBytes();
    }

    public static String asText(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static int[] pixels(byte[] bytes) {
        try {
            var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)));
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<byte[]> all() {
        return Stream.concat(plain().stream(), tagged().stream());
    }
}
