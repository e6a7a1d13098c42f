package io.imprimatur.publishing.channel.bluesky;

import com.ibm.icu.text.BreakIterator;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How the lexicons measure a text: {@code maxGraphemes} and {@code maxLength} (atproto.com/specs/lexicon). */
final class TextSize {
    private TextSize() {}

    /** What a reader takes for one character (UAX #29, extended grapheme clusters). */
    static int graphemes(String text) {
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        var count = 0;
        while (breaks.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    /** In UTF-8. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
