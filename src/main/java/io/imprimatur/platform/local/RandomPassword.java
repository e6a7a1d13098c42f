package io.imprimatur.platform.local;

import java.security.SecureRandom;
import java.util.HexFormat;

/** 192 random bits in hexadecimal. */
final class RandomPassword {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private RandomPassword() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
