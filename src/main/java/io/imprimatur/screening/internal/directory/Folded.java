package io.imprimatur.screening.internal.directory;

import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Texts as they are compared: without case, accents and punctuation. */
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u201B\u02BC\u00B4`]");
    private static final Pattern HYPHENS = Pattern.compile("[\u2010-\u2015\u2212]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");

    private Folded() {}

    /** Lower case, without accents; apostrophes and hyphens are plain. */
    public static String letters(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return HYPHENS.matcher(APOSTROPHES.matcher(plain).replaceAll("'"))
                .replaceAll("-")
                .toLowerCase(Locale.ROOT);
    }

    /** Words and numbers alone, one blank between them. */
    public static String words(String text) {
        return NO_WORD.matcher(letters(text)).replaceAll(" ").strip();
    }

    /** The same as a list; empty for a text without a word. */
    public static List<String> wordList(String text) {
        var words = words(text);
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}
