package io.imprimatur.screening.internal;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as detectors read it: without invisible characters, with plain digits, spaces, hyphens and quotes, so that an
 * identifier is seen however it is typed. Every unit of it remembers the place in the original that it came from.
 */
final class NormalForm {
    /** Compatibility forms that grow beyond this (such as U+FDFA) are kept as they are, to bound the length. */
    private static final int LONGEST_REPLACEMENT = 4;

    private static final int ENCLOSING_KEYCAP = 0x20E3;

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    private NormalForm(int expected) {
        text = new StringBuilder(expected);
        starts = new int[Math.max(16, expected)];
        ends = new int[Math.max(16, expected)];
    }

    static NormalForm of(String original) {
        var form = new NormalForm(original.length());
        for (int at = 0; at < original.length(); ) {
            var codePoint = original.codePointAt(at);
            var next = at + Character.charCount(codePoint);
            form.append(codePoint, at, next);
            at = next;
        }
        return form;
    }

    /** The normal form itself. */
    String text() {
        return text.toString();
    }

    /** Where in the original the unit at this offset of the normal form begins. */
    int originalStart(int start) {
        return starts[start];
    }

    /** Where in the original the unit before this offset of the normal form ends. */
    int originalEnd(int end) {
        return ends[end - 1];
    }

    private void append(int codePoint, int start, int end) {
        if (codePoint < 0x80) {
            append((char) codePoint, start, end);
        } else if (isInvisible(codePoint)) {
            belongToTheUnitBefore(codePoint, end);
        } else {
            var plain = plain(codePoint);
            for (int i = 0; i < plain.length(); i++) {
                append(plain.charAt(i), start, end);
            }
        }
    }

    /** Marks are drawn with what they follow, so they are marked with it. */
    private void belongToTheUnitBefore(int codePoint, int end) {
        if (text.length() > 0 && Character.getType(codePoint) != Character.FORMAT) {
            ends[text.length() - 1] = end;
        }
    }

    private void append(char unit, int start, int end) {
        var index = text.length();
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, index * 2);
            ends = Arrays.copyOf(ends, index * 2);
        }
        text.append(unit);
        starts[index] = start;
        ends[index] = end;
    }

    /** Format characters everywhere; marks that are drawn over a digit, the keycap and variation selectors among them. */
    private boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT -> true;
            case Character.NON_SPACING_MARK ->
                isVariationSelector(codePoint) || codePoint == 0x034F || followsNoLetter();
            case Character.ENCLOSING_MARK -> codePoint == ENCLOSING_KEYCAP || followsNoLetter();
            default -> codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private boolean followsNoLetter() {
        return text.length() == 0 || !Character.isLetter(text.codePointBefore(text.length()));
    }

    private static String plain(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return String.valueOf((char) ('0' + Character.digit(codePoint, 10)));
        }
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR -> " ";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\n";
            case Character.DASH_PUNCTUATION -> "-";
            default -> symbol(codePoint);
        };
    }

    private static String symbol(int codePoint) {
        return switch (codePoint) {
            case 0x0085 -> "\n";
            case 0x2212, 0x02D7, 0x2043 -> "-";
            case 0x2018, 0x2019, 0x201B, 0x02BC, 0x02B9, 0x00B4 -> "'";
            case 0x201C, 0x201D, 0x201E, 0x201F -> "\"";
            case 0x2044, 0x2215, 0x29F8 -> "/";
            case 0x2236, 0xA789, 0x02D0 -> ":";
            case 0x3002, 0x00B7, 0x2022, 0x2027, 0x2219, 0x22C5 -> ".";
            default -> compatible(codePoint);
        };
    }

    /** Full-width, mathematical, circled and superscript forms become what they stand for (Unicode NFKC). */
    private static String compatible(int codePoint) {
        var original = Character.toString(codePoint);
        if (Character.getType(codePoint) == Character.SURROGATE || isFraction(codePoint)) {
            return original;
        }
        var plain = Normalizer.normalize(original, Normalizer.Form.NFKC);
        return plain.isEmpty() || plain.length() > LONGEST_REPLACEMENT ? original : plain;
    }

    /** One half must not read like the date 1/2. */
    private static boolean isFraction(int codePoint) {
        return (codePoint >= 0x00BC && codePoint <= 0x00BE) || (codePoint >= 0x2150 && codePoint <= 0x215F);
    }
}
