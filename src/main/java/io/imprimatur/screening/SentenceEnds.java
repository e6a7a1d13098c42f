package io.imprimatur.screening;

/** Where sentences end: at a blank line, and at a mark before white space that no abbreviation carries. */
public final class SentenceEnds {
    /** "Dr.", "Mrs.", "St." and "d.o.b." do not end a sentence. */
    private static final int LONGEST_ABBREVIATION = 3;

    private SentenceEnds() {}

    /** Whether the unit at this place is the last of a sentence. */
    public static boolean at(String text, int at) {
        var unit = text.charAt(at);
        var next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        if (unit == '\n') {
            return next == '\n';
        }
        if (unit == '!' || unit == '?') {
            return Character.isWhitespace(next);
        }
        return unit == '.' && Character.isWhitespace(next) && !endsAbbreviation(text, at);
    }

    private static boolean endsAbbreviation(String text, int point) {
        int begin = point;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1)) && point - begin <= LONGEST_ABBREVIATION) {
            begin--;
        }
        var length = point - begin;
        return length == 1
                || (length > 1 && length <= LONGEST_ABBREVIATION && Character.isUpperCase(text.charAt(begin)));
    }
}
