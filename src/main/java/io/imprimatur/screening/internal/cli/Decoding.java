package io.imprimatur.screening.internal.cli;

import org.jsoup.parser.Parser;

/** Undoes character references and backslashes, unit by unit, so that each knows where it came from. */
final class Decoding {
    /** HTML's longest name, {@code CounterClockwiseContourIntegral}, with its ampersand and semicolon. */
    private static final int LONGEST_REFERENCE = 33;

    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final String source;
    private final boolean backslashes;

    /** @param backslashes whether one takes a mark's meaning away, as in Markdown */
    Decoding(String source, boolean backslashes) {
        this.source = source;
        this.backslashes = backslashes;
    }

    /** Appends what stands between those places; if that is not what was expected, the expected words somewhere there. */
    void append(Reading.Builder reading, int start, int end, String expected) {
        var decoded = new Reading.Builder();
        for (int at = start; at < end; ) {
            at = appendOne(decoded, at, end);
        }
        var plain = decoded.build();
        if (!plain.text().equals(expected)) {
            reading.appendWithin(expected, start, end);
            return;
        }
        for (int at = 0; at < expected.length(); at++) {
            reading.append(expected.charAt(at), plain.sourceStart(at), plain.sourceEnd(at + 1));
        }
    }

    private int appendOne(Reading.Builder decoded, int at, int end) {
        var unit = source.charAt(at);
        if (unit == '&') {
            var semicolon =
                    source.substring(at, Math.min(end, at + LONGEST_REFERENCE)).indexOf(';');
            if (semicolon > 0) {
                var reference = source.substring(at, at + semicolon + 1);
                var meaning = Parser.unescapeEntities(reference, false);
                if (!meaning.equals(reference)) {
                    decoded.appendWithin(meaning, at, at + semicolon + 1);
                    return at + semicolon + 1;
                }
            }
        }
        if (backslashes && unit == '\\' && at + 1 < end && ESCAPABLE.indexOf(source.charAt(at + 1)) >= 0) {
            decoded.append(source.charAt(at + 1), at, at + 2);
            return at + 2;
        }
        decoded.append(unit, at, at + 1);
        return at + 1;
    }
}
