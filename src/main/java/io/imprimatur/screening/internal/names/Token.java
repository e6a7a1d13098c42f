package io.imprimatur.screening.internal.names;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of letters and digits, or one other visible character.
 *
 * @param start its first UTF-16 unit in the text
 * @param end behind its last UTF-16 unit
 */
record Token(int start, int end) {
    /** Longer runs are cut, so that no word costs more than this many steps. */
    private static final int LONGEST = 60;

    String in(String text) {
        return text.substring(start, end);
    }

    /** The tokens between two places of a text. Joined words behind # and @ are parted at their capitals. */
    static List<Token> of(String text, int from, int to) {
        var tokens = new ArrayList<Token>();
        for (int at = from; at < to; ) {
            var codePoint = text.codePointAt(at);
            var next = at + Character.charCount(codePoint);
            if (isOfWord(codePoint)) {
                var end = wordEnd(text, at, to, isTagged(text, at, from, tokens));
                tokens.add(new Token(at, end));
                at = end;
            } else {
                if (isVisible(codePoint)) {
                    tokens.add(new Token(at, Math.min(next, to)));
                }
                at = next;
            }
        }
        return tokens;
    }

    private static int wordEnd(String text, int start, int to, boolean tagged) {
        int at = start;
        int before = 0;
        while (at < to && at - start < LONGEST) {
            var codePoint = text.codePointAt(at);
            if (!isOfWord(codePoint) || (tagged && Character.isLowerCase(before) && Character.isUpperCase(codePoint))) {
                break;
            }
            before = codePoint;
            at += Character.charCount(codePoint);
        }
        return Math.min(at, to);
    }

    private static boolean isTagged(String text, int at, int from, List<Token> tokens) {
        if (at == from) {
            return false;
        }
        var before = text.charAt(at - 1);
        if (before == '#' || before == '@') {
            return true;
        }
        return Character.isLowerCase(before)
                && !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).end() == at
                && at - tokens.get(tokens.size() - 1).start() < LONGEST;
    }

    private static boolean isOfWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && Character.getType(codePoint) != Character.SURROGATE;
    }
}
