package io.imprimatur.mail.reading;

import java.util.List;

/** The header of another mail within a text: {@code From:}, {@code Sent:}, {@code To:}, {@code Subject:}. */
final class QuotedHeader {

    private static final int FEWEST_FIELDS = 3;
    private static final int MOST_LINES = 16;
    private static final int LONGEST_LABEL = 25;

    private QuotedHeader() {}

    /** The line after a header that begins with line {@code start}; {@code start} itself if none does. */
    static int end(List<String> lines, int start) {
        if (label(lines.get(start)).isEmpty()) {
            return start;
        }
        int known = 0;
        int fields = 0;
        int empty = 0;
        boolean from = false;
        boolean address = false;
        boolean time = false;
        int last = start;
        for (int at = start; at < lines.size() && at - start < MOST_LINES; at++) {
            String line = lines.get(at);
            String label = label(line);
            if (line.isBlank()) {
                // some clients put an empty line between the fields
                if (++empty > fields
                        || at + 1 < lines.size() && label(lines.get(at + 1)).isEmpty()) {
                    break;
                }
                continue;
            }
            if (label.isEmpty() && fields == 0) {
                break;
            }
            known += QuotationWords.LABELS.contains(label) ? 1 : 0;
            from |= fields <= 1 && QuotationWords.FROM_LABELS.contains(label);
            fields += label.isEmpty() ? 0 : 1;
            address |= line.indexOf('@') > 0;
            time |= numbers(line);
            last = at;
        }
        boolean labelled = from && known >= FEWEST_FIELDS;
        boolean unknownLanguage = fields >= FEWEST_FIELDS && address && time && known + 1 >= fields - known;
        return labelled || unknownLanguage && from ? last + 1 : start;
    }

    /** A field's label, folded; empty if the line is none. */
    private static String label(String line) {
        String text = Lines.core(line, "*> \t");
        int colon = text.indexOf(':');
        int wide = text.indexOf('\uFF1A');
        int end = colon < 0 || wide >= 0 && wide < colon ? wide : colon;
        if (end <= 0 || end > LONGEST_LABEL) {
            return "";
        }
        String label = Folding.fold(Lines.core(text.substring(0, end), "* \t"));
        return label.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-') ? label : "";
    }

    private static boolean numbers(String line) {
        return line.chars().filter(Character::isDigit).count() >= 4;
    }
}
