package io.imprimatur.content.internal.image;

import io.imprimatur.platform.Refusal;

/** The one entry of EXIF that is needed to draw a photo: which side is up (CIPA DC-008, tag 0x0112). */
final class ExifOrientation {
    static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private ExifOrientation() {}

    /** 1 to 8; upright when the structure says nothing readable. */
    static int read(byte[] tiff) {
        try {
            return find(tiff);
        } catch (Refusal unreadable) {
            return UPRIGHT;
        }
    }

    private static int find(byte[] tiff) {
        var in = new ByteSource(tiff);
        var order = in.ascii(2);
        if (!order.equals("II") && !order.equals("MM")) {
            return UPRIGHT;
        }
        boolean little = order.equals("II");
        in.skip(2);
        long directory = little ? in.u32LittleEndian() : in.u32();
        in.skip(directory - in.position());
        int entries = u16(in, little);
        for (int entry = 0; entry < entries; entry++) {
            int tag = u16(in, little);
            int type = u16(in, little);
            in.skip(4);
            int value = u16(in, little);
            in.skip(2);
            if (tag == TAG) {
                return type == SHORT && value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int u16(ByteSource in, boolean little) {
        return little ? in.u16LittleEndian() : in.u16();
    }

    /** A TIFF structure with one directory of one entry. */
    static byte[] write(int orientation) {
        return new ByteSink()
                .ascii("MM")
                .u16(42)
                .u32(8)
                .u16(1)
                .u16(TAG)
                .u16(SHORT)
                .u32(1)
                .u16(orientation)
                .u16(0)
                .u32(0)
                .toBytes();
    }
}
