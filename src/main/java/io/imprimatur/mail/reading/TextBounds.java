package io.imprimatur.mail.reading;

/** Lines of one kind of ending, no control characters, and no more or longer lines than the bounds allow. */
final class TextBounds {

    private TextBounds() {}

    static String within(String text, ReadingProperties bounds) {
        return within(text, bounds.maxText(), bounds.maxLines(), bounds.maxLineLength());
    }

    static String within(String text, int maxText, int maxLines, int maxLineLength) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), maxText));
        int lines = 1;
        int column = 0;
        for (int at = 0; at < text.length() && kept.length() < maxText && lines <= maxLines; at++) {
            char c = text.charAt(at);
            if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                continue;
            }
            if (endsLine(c)) {
                kept.append('\n');
                lines++;
                column = 0;
            } else if (column < maxLineLength && (c == '\t' || !Character.isISOControl(c))) {
                kept.append(c);
                column++;
            }
        }
        return kept.toString();
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
