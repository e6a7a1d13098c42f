package io.imprimatur.mail.reading;

import java.text.Normalizer;
import java.util.Locale;

/** Brings words to one form: small letters, no accents, one kind of quotation mark, dash and blank (NFKC). */
final class Folding {

    private Folding() {}

    static String fold(String text) {
        String apart = Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(apart.length());
        boolean blank = true;
        for (int at = 0; at < apart.length(); at++) {
            char c = apart.charAt(at);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space || !blank) {
                folded.append(space ? " " : letter(c));
            }
            blank = space;
        }
        return Normalizer.normalize(folded.toString().stripTrailing(), Normalizer.Form.NFC);
    }

    private static String letter(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC', '\u00B4', '`', '\u2032' -> "'";
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB', '\u2033' -> "\"";
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "-";
            case '\u00DF' -> "ss";
            case '\u0142' -> "l";
            case '\u00F8' -> "o";
            case '\u00E6' -> "ae";
            case '\u0131' -> "i";
            default -> String.valueOf(c);
        };
    }
}
