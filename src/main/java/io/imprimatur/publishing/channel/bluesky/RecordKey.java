package io.imprimatur.publishing.channel.bluesky;

import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.Post;
import java.nio.charset.StandardCharsets;

/**
 * The record key of a post: the same for every send of a revision, so that it is one record however often it is put.
 *
 * <p>The lexicon wants a timestamp identifier here (atproto.com/specs/tid): 53 bits of microseconds and 10 of a clock, in
 * 13 characters. All but its highest bits come from the revision's hash. Read as a time it lies between 1970 and 2005,
 * never ahead; readers see the record's {@code createdAt}.
 */
final class RecordKey {
    private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int BITS_OF_EACH = 5;
    private static final int BITS_OF_HASH = 60;

    private RecordKey() {}

    static String of(Post post) {
        var digits = Sha256.hex((post.key() + '\n' + post.hash()).getBytes(StandardCharsets.UTF_8));
        var bits = Long.parseUnsignedLong(digits.substring(0, 16), 16) >>> (Long.SIZE - BITS_OF_HASH);
        var key = new StringBuilder(LENGTH);
        for (int shift = (LENGTH - 1) * BITS_OF_EACH; shift >= 0; shift -= BITS_OF_EACH) {
            key.append(ALPHABET.charAt((int) (bits >>> shift) & (ALPHABET.length() - 1)));
        }
        return key.toString();
    }
}
