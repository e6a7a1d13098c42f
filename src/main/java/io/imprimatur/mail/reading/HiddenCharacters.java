package io.imprimatur.mail.reading;

import java.lang.Character.UnicodeScript;

/** Characters that make a line look other than it reads, and those that mark the text of our own mail. */
final class HiddenCharacters {

    private HiddenCharacters() {}

    /**
     * Whether a line holds direction controls, characters without width, the marks of a quoted post, or a word whose
     * letters come from two scripts.
     */
    static boolean in(String line) {
        return line.codePoints().anyMatch(HiddenCharacters::hides) || mixed(line);
    }

    private static boolean hides(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == '\u2502'
                || c == '\u034F'
                || c == '\u115F'
                || c == '\u1160'
                || c == '\u3164'
                || c == '\uFFA0'
                || c == '\uFFFC'
                || c == '\uFFFD'
                || Character.getType(c) == Character.PRIVATE_USE;
    }

    private static boolean mixed(String line) {
        UnicodeScript script = null;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int c = line.codePointAt(at);
            if (!Character.isLetter(c)) {
                script = null;
                continue;
            }
            UnicodeScript next = UnicodeScript.of(c);
            if (script != null && next != script) {
                return true;
            }
            script = next;
        }
        return false;
    }
}
