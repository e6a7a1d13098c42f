package io.imprimatur.content.internal.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads bytes one after the other; reading past the end means that the image is broken. */
final class ByteSource {
    private final byte[] bytes;
    private final int end;
    private int position;

    ByteSource(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    ByteSource(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    boolean isAtEnd() {
        return position >= end;
    }

    int peek() {
        require(1);
        return bytes[position] & 0xFF;
    }

    /** The byte behind the next one. */
    int peekSecond() {
        require(2);
        return bytes[position + 1] & 0xFF;
    }

    int u8() {
        require(1);
        return bytes[position++] & 0xFF;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    int u16LittleEndian() {
        return u8() | u8() << 8;
    }

    int u24LittleEndian() {
        return u16LittleEndian() | u8() << 16;
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    long u32LittleEndian() {
        return u16LittleEndian() | (long) u16LittleEndian() << 16;
    }

    byte[] take(long length) {
        require(length);
        var taken = Arrays.copyOfRange(bytes, position, position + (int) length);
        position += (int) length;
        return taken;
    }

    void skip(long length) {
        require(length);
        position += (int) length;
    }

    String ascii(int length) {
        return new String(take(length), StandardCharsets.ISO_8859_1);
    }

    private void require(long length) {
        if (length < 0 || length > remaining()) {
            throw BrokenImage.refusal();
        }
    }

    static boolean startsWith(byte[] bytes, int... beginning) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int at = 0; at < beginning.length; at++) {
            if ((bytes[at] & 0xFF) != beginning[at]) {
                return false;
            }
        }
        return true;
    }
}
