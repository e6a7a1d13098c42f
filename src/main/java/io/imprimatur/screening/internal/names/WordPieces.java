package io.imprimatur.screening.internal.names;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The encoder's vocabulary: a word in lower case without accents becomes the longest pieces that it begins with, one after the
 * other (WordPiece, as the tokenizer.json that comes with the encoder describes it).
 */
final class WordPieces {
    static final int START = 101;
    static final int END = 102;
    private static final int UNKNOWN = 100;
    private static final String WITHIN = "##";
    /** A word has no more pieces than this; the rest of it tells nothing more. */
    private static final int MOST_PIECES = 12;

    private final Map<String, Integer> vocabulary;
    private final int longestPiece;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.longestPiece =
                vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** @param tokenizer a tokenizer.json with a model of type WordPiece */
    static WordPieces read(InputStream tokenizer) throws IOException {
        var vocabulary = new HashMap<String, Integer>();
        var words = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
        words.fields()
                .forEachRemaining(
                        word -> vocabulary.put(word.getKey(), word.getValue().asInt()));
        return new WordPieces(vocabulary);
    }

    /** Identifiers of the pieces, at least one. */
    int[] of(String word) {
        var plain = plain(word);
        var pieces = new int[MOST_PIECES];
        int count = 0;
        for (int at = 0; at < plain.length() && count < MOST_PIECES; count++) {
            var end = longestFrom(plain, at);
            if (end == at) {
                return new int[] {UNKNOWN};
            }
            pieces[count] = vocabulary.getOrDefault(piece(plain, at, end), UNKNOWN);
            at = end;
        }
        return count == 0 ? new int[] {UNKNOWN} : Arrays.copyOf(pieces, count);
    }

    private int longestFrom(String word, int start) {
        for (int end = Math.min(word.length(), start + longestPiece); end > start; end--) {
            if (vocabulary.containsKey(piece(word, start, end))) {
                return end;
            }
        }
        return start;
    }

    private static String piece(String word, int start, int end) {
        var letters = word.substring(start, end);
        return start == 0 ? letters : WITHIN + letters;
    }

    private static String plain(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(unit -> unit < 0x80)) {
            return lower;
        }
        var apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        var letters = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
