package io.imprimatur.screening.internal.normal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Base64 (RFC 4648, sections 4 and 5) that decodes to words; what decodes to anything else is left as it stands. */
final class EncodedWords implements Rewriting {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 20_000;

    @Override
    public List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (end < text.length() && isCode(text, end, at)) {
                end++;
            }
            int padded = end;
            while (padded < text.length() && padded - end < 2 && text.charAt(padded) == '=') {
                padded++;
            }
            var decoded = end - at < SHORTEST || end - at > LONGEST ? null : decoded(text.substring(at, end));
            if (decoded != null) {
                runs.add(new Run(at, padded, decoded));
            }
            at = Math.max(padded, at + 1);
        }
        return runs;
    }

    /** A line end may stand within, as in mail (RFC 2045, section 6.8). */
    private static boolean isCode(String text, int at, int start) {
        var unit = text.charAt(at);
        return (unit < 0x80 && Character.isLetterOrDigit(unit))
                || unit == '+'
                || unit == '/'
                || unit == '-'
                || unit == '_'
                || (unit == '\n' && at - start >= 60 && at + 1 < text.length() && isCode(text, at + 1, at + 1));
    }

    private static @Nullable String decoded(String code) {
        var plain = code.replace("\n", "").replace('-', '+').replace('_', '/');
        if (plain.length() % 4 == 1) {
            return null;
        }
        try {
            var bytes = Base64.getDecoder().decode(plain);
            var words = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return words.chars().allMatch(unit -> unit >= ' ' || unit == '\n' || unit == '\r' || unit == '\t')
                    ? words
                    : null;
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            return null;
        }
    }
}
