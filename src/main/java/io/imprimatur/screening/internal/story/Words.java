package io.imprimatur.screening.internal.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words and numbers of a stretch of text in lower case, without what follows an apostrophe unless it is "n't". */
final class Words {
    private final List<String> words = new ArrayList<>();

    Words(String text, int start, int end) {
        int at = start;
        while (at < end) {
            if (isWord(text.charAt(at))) {
                int from = at;
                while (at < end && (isWord(text.charAt(at)) || isInner(text, at, end))) {
                    at++;
                }
                words.add(plain(text.substring(from, at)));
            } else {
                at++;
            }
        }
    }

    int count() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    boolean isNumber(int index) {
        return index < words.size() && Character.isDigit(words.get(index).charAt(0));
    }

    private static boolean isWord(char unit) {
        return Character.isLetterOrDigit(unit);
    }

    private static boolean isInner(String text, int at, int end) {
        return text.charAt(at) == '\'' && at + 1 < end && isWord(text.charAt(at + 1));
    }

    private static String plain(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        int apostrophe = lower.indexOf('\'');
        return apostrophe <= 0 || lower.endsWith("n't") || lower.startsWith("o'")
                ? lower
                : lower.substring(0, apostrophe);
    }
}
