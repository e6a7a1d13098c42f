package io.imprimatur.content.internal.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects the bytes of a rewritten image. */
final class ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ByteSink u8(int value) {
        bytes.write(value);
        return this;
    }

    ByteSink u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    ByteSink u16LittleEndian(int value) {
        return u8(value).u8(value >>> 8);
    }

    ByteSink u24LittleEndian(int value) {
        return u16LittleEndian(value).u8(value >>> 16);
    }

    ByteSink u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    ByteSink u32LittleEndian(long value) {
        return u16LittleEndian((int) value).u16LittleEndian((int) (value >>> 16));
    }

    ByteSink bytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    ByteSink ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
