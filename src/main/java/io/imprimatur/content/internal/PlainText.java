package io.imprimatur.content.internal;

import io.imprimatur.platform.Refusal;

/** Characters that no text of a piece may hold, because they hide or reorder what a reviewer sees. */
final class PlainText {
    private PlainText() {}

    /** Line ends as browsers and programs send them become single line feeds, so that equal texts hash equally. */
    static String unixLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** One line: not even a tab or a line feed. */
    static void requireLine(String text, String field, String name) {
        require(text, false, field, name);
    }

    /** Many lines: tabs and line feeds are welcome. */
    static void requireLines(String text, String field, String name) {
        require(text, true, field, name);
    }

    private static void require(String text, boolean lines, String field, String name) {
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (isDirectionControl(character)) {
                throw refusal(
                        "bidirectional-control",
                        name + " contains an invisible character that changes the direction of text. Please remove it.",
                        field);
            }
            if (Character.isISOControl(character) && !(lines && (character == '\n' || character == '\t'))) {
                throw refusal("control-character", name + " contains a control character. Please remove it.", field);
            }
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                throw refusal("broken-character", name + " contains half of a character. Please type it again.", field);
            }
        }
    }

    /** Embeddings, overrides and isolates: Unicode Standard Annex 9, sections 2.1, 2.2 and 2.4. */
    private static boolean isDirectionControl(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    private static Refusal refusal(String code, String sentence, String field) {
        return Refusal.invalid(code, sentence).about(field);
    }
}
