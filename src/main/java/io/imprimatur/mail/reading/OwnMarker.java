package io.imprimatur.mail.reading;

import java.util.List;
import java.util.Locale;

/** Finds the line that every mail of this system begins with, however a client quoted or wrapped it. */
final class OwnMarker {

    /** Clients wrap lines and turn dashes and blanks into others, so letters alone are compared, and not all. */
    private static final String BEGINNING = letters("Please write your answer above");

    private static final int MOST_LETTERS_BEFORE = 12;

    private OwnMarker() {}

    /** Drops the marker with all that follows; whether it was there. */
    static boolean cut(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (marks(lines, at)) {
                lines.subList(at, lines.size()).clear();
                return true;
            }
        }
        return false;
    }

    private static boolean marks(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.indexOf('#') < 0) {
            return false;
        }
        String following = at + 1 < lines.size() ? lines.get(at + 1) : "";
        String third = at + 2 < lines.size() ? lines.get(at + 2) : "";
        int sign = line.indexOf('#');
        String before = letters(line.substring(0, sign));
        String after = letters(line.substring(sign) + following + third);
        return before.length() <= MOST_LETTERS_BEFORE && after.startsWith(BEGINNING)
                || letters(line).contains(letters(ReplyText.MARKER));
    }

    /** What stands directly before the marker and ends in a colon names the writer, whatever the language. */
    static TextLines withoutUnknownAttribution(TextLines all) {
        int end = all.size();
        while (end > 0 && all.kinds().get(end - 1) == LineKind.EMPTY) {
            end--;
        }
        int start = end;
        boolean speaks = false;
        while (start > 0 && end - start < 4 && all.kinds().get(start - 1) == LineKind.TEXT) {
            start--;
            String line = all.lines().get(start);
            speaks |= line.indexOf('@') > 0
                    || line.chars().filter(Character::isDigit).count() >= 4;
            if (speaks) {
                break;
            }
        }
        boolean colon = end > 0 && Folding.fold(all.lines().get(end - 1)).endsWith(":");
        return colon && speaks ? all.part(0, start) : all;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT).chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
