package io.imprimatur.mail.decision;

import io.imprimatur.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Secrets that stand in messages: 160 random bits in base32 (RFC 4648, section 6) in lower case, since mail servers may
 * change the case of an address. Only their hash is stored.
 */
public final class Tokens {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS_A_CHARACTER = 5;
    private static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** A new one, 32 characters. */
    public static String random() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        var token = new StringBuilder(LENGTH);
        for (byte each : bytes) {
            token.append(ALPHABET.charAt(each & (1 << BITS_A_CHARACTER) - 1));
        }
        return token.toString();
    }

    /** The token as it was made, whatever became of its case; empty if it never was one. */
    public static Optional<String> read(String text) {
        var token = text.toLowerCase(Locale.ROOT);
        return token.length() == LENGTH && token.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0)
                ? Optional.of(token)
                : Optional.empty();
    }

    /** @param token as {@link #random} made it or {@link #read} gave it */
    public static String hash(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.US_ASCII));
    }
}
