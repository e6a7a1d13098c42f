package io.imprimatur.screening.internal.names;

import io.imprimatur.screening.internal.names.Tagger.Tagged;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a person's name ends: with its title before it and "Jr." behind it, without the marks around it. */
final class NameShape {
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "doctor",
            "prof",
            "professor",
            "rev",
            "sr",
            "sra",
            "señor",
            "señora");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

    private NameShape() {}

    /** The whole name, unless nothing of it is a letter. */
    static Optional<NameSpan> whole(NameSpan span, List<Tagged> words, String text) {
        int first = span.first();
        int last = span.last();
        while (first <= last && !startsWithLetter(words, first, text)) {
            first++;
        }
        while (last > first && !startsWithLetter(words, last, text) && !endsInitial(words, last, text)) {
            last--;
        }
        if (first > last) {
            return Optional.empty();
        }
        return Optional.of(span.from(withTitle(first, words, text)).to(withSuffix(last, words, text)));
    }

    private static int withTitle(int first, List<Tagged> words, String text) {
        int before = first - 1;
        if (before > 0 && word(words, before, text).equals(".")) {
            before--;
        }
        return before >= 0 && TITLES.contains(word(words, before, text)) ? before : first;
    }

    private static int withSuffix(int last, List<Tagged> words, String text) {
        int behind = last + 1;
        if (behind < words.size() && word(words, behind, text).equals(",")) {
            behind++;
        }
        return behind < words.size() && SUFFIXES.contains(word(words, behind, text)) ? behind : last;
    }

    private static boolean startsWithLetter(List<Tagged> words, int i, String text) {
        return Character.isLetter(text.codePointAt(words.get(i).token().start()));
    }

    private static boolean endsInitial(List<Tagged> words, int i, String text) {
        return i > 0
                && word(words, i, text).equals(".")
                && words.get(i - 1).token().end() - words.get(i - 1).token().start() == 1;
    }

    private static String word(List<Tagged> words, int i, String text) {
        return words.get(i).token().in(text).toLowerCase(Locale.ROOT);
    }
}
