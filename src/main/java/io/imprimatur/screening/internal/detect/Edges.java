package io.imprimatur.screening.internal.detect;

/** What touches a match; RE2 has no look-around. */
final class Edges {
    private Edges() {}

    /** Neither a letter nor a digit touches it. */
    static boolean standsAlone(String text, int start, int end) {
        return !(start > 0 && Character.isLetterOrDigit(text.codePointBefore(start)))
                && !(end < text.length() && Character.isLetterOrDigit(text.codePointAt(end)));
    }

    /** It stands alone, and no further digits are joined to it by a point, comma, hyphen, slash or colon. */
    static boolean isWholeNumber(String text, int start, int end) {
        return isApart(text, start, end, ".,-/:", ".,-/:");
    }

    /** It stands alone, and no further digits are joined to it by one of these characters before or behind it. */
    static boolean isApart(String text, int start, int end, String before, String behind) {
        return standsAlone(text, start, end)
                && !(start > 1 && before.indexOf(text.charAt(start - 1)) >= 0 && isDigit(text.charAt(start - 2)))
                && !(end + 1 < text.length() && behind.indexOf(text.charAt(end)) >= 0 && isDigit(text.charAt(end + 1)));
    }

    /** No further digit, letter, slash or hyphen with a digit follows. */
    static boolean endsNumber(String text, int end) {
        return end == text.length()
                || !(Character.isLetterOrDigit(text.charAt(end))
                        || ("-/:.".indexOf(text.charAt(end)) >= 0
                                && end + 1 < text.length()
                                && isDigit(text.charAt(end + 1))));
    }

    static int digits(CharSequence text) {
        return (int) text.chars().filter(unit -> isDigit((char) unit)).count();
    }

    static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
