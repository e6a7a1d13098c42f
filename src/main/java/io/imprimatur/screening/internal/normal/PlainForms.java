package io.imprimatur.screening.internal.normal;

import java.text.Normalizer;

/** What a character stands for, whatever its width, style or frame. */
final class PlainForms {
    /** Compatibility forms that grow beyond this (such as U+FDFA) are kept as they are, to bound the length. */
    private static final int LONGEST = 4;

    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ𝐱ʏᴢ";
    private static final int LARGEST_FRAMED_NUMBER = 50;

    private PlainForms() {}

    static String of(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return String.valueOf((char) ('0' + Character.digit(codePoint, 10)));
        }
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR -> " ";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\n";
            case Character.DASH_PUNCTUATION -> "-";
            case Character.OTHER_NUMBER -> number(codePoint);
            default -> symbol(codePoint);
        };
    }

    /** Circled, bracketed and superscript numbers; one half must not read like the date 1/2. */
    private static String number(int codePoint) {
        int value = Character.getNumericValue(codePoint);
        return value >= 0 && value <= LARGEST_FRAMED_NUMBER ? Integer.toString(value) : Character.toString(codePoint);
    }

    private static String symbol(int codePoint) {
        return switch (codePoint) {
            case 0x0085 -> "\n";
            case 0x2212, 0x02D7, 0x2043, 0x2796 -> "-";
            case 0x2795 -> "+";
            case 0x2018, 0x2019, 0x201B, 0x02BC, 0x02B9, 0x00B4 -> "'";
            case 0x201C, 0x201D, 0x201E, 0x201F -> "\"";
            case 0x2044, 0x2215, 0x29F8 -> "/";
            case 0x2236, 0xA789, 0x02D0 -> ":";
            case 0x3002, 0x00B7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x2024 -> ".";
            case 0x0131 -> "i";
            case 0x0251 -> "a";
            case 0x0261 -> "g";
            default -> framedLetter(codePoint);
        };
    }

    /** Letters in black circles and squares, of flags, and small capitals, which have no compatibility form. */
    private static String framedLetter(int codePoint) {
        for (int first : new int[] {0x1F150, 0x1F170, 0x1F1E6}) {
            if (codePoint >= first && codePoint < first + 26) {
                return String.valueOf((char) ('A' + codePoint - first));
            }
        }
        int small = SMALL_CAPITALS.indexOf(codePoint);
        if (small >= 0 && Character.isBmpCodePoint(codePoint)) {
            return String.valueOf((char) ('a' + SMALL_CAPITALS.codePointCount(0, small)));
        }
        return compatible(codePoint);
    }

    /** Full-width, mathematical and ligature forms become what they stand for (Unicode NFKC). */
    private static String compatible(int codePoint) {
        var original = Character.toString(codePoint);
        if (Character.getType(codePoint) == Character.SURROGATE) {
            return original;
        }
        var plain = Normalizer.normalize(original, Normalizer.Form.NFKC);
        return plain.isEmpty() || plain.length() > LONGEST ? original : plain;
    }
}
