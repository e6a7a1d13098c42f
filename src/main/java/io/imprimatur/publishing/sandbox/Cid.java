package io.imprimatur.publishing.sandbox;

import io.imprimatur.platform.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Names content by its hash, as the AT Protocol does (CID version 1, SHA-256, base 32). */
final class Cid {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String VERSION_RAW_SHA256 = "01551220";
    private static final String VERSION_CBOR_SHA256 = "01711220";
    private static final int BITS_OF_EACH = 5;

    private Cid() {}

    static String ofBlob(byte[] bytes) {
        return multibase(VERSION_RAW_SHA256 + Sha256.hex(bytes));
    }

    /** @param record any form of it that is the same for equal records */
    static String ofRecord(String record) {
        return multibase(VERSION_CBOR_SHA256 + Sha256.hex(record.getBytes(StandardCharsets.UTF_8)));
    }

    private static String multibase(String hex) {
        var bits = hex.length() * 4;
        var padding = (BITS_OF_EACH - bits % BITS_OF_EACH) % BITS_OF_EACH;
        var number = new BigInteger(hex, 16).shiftLeft(padding);
        var text = new StringBuilder();
        for (int shift = bits + padding - BITS_OF_EACH; shift >= 0; shift -= BITS_OF_EACH) {
            text.append(ALPHABET.charAt(number.shiftRight(shift).intValue() & (ALPHABET.length() - 1)));
        }
        return "b" + text;
    }
}
