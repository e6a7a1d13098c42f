package io.imprimatur.mail.reading;

import java.util.List;

/**
 * Lines such as {@code On Tuesday, Anna <a@b.example> wrote:}, in any language as far as they name an address and a time.
 * Clients break them into several lines, so they are looked for from their end.
 */
final class Attribution {

    private static final int MOST_LINES = 4;
    private static final int MOST_CHARACTERS = 400;

    private Attribution() {}

    /** The first line of an attribution that ends with line {@code end}; -1 if none does. */
    static int start(List<String> lines, int end) {
        if (!mayEnd(lines.get(end))) {
            return -1;
        }
        StringBuilder joined = new StringBuilder();
        for (int at = end; at >= 0 && end - at < MOST_LINES && !lines.get(at).isBlank(); at--) {
            joined.insert(0, lines.get(at).strip() + " ");
            if (joined.length() > MOST_CHARACTERS) {
                return -1;
            }
            String text = Folding.fold(Lines.core(joined.toString(), "-*_ \t"));
            if (attributes(text)) {
                return dated(text) ? at : withDate(lines, at);
            }
        }
        return -1;
    }

    /** Most lines end in no such way, which keeps the search short. */
    private static boolean mayEnd(String line) {
        String text = Folding.fold(Lines.core(line, "-*_ \t"));
        return text.endsWith(":")
                || text.endsWith(">")
                || QuotationWords.WROTE.stream().anyMatch(text::endsWith)
                || !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /** The date may stand some lines higher, and one empty line between. */
    private static int withDate(List<String> lines, int start) {
        int empty = 0;
        for (int at = start - 1; at >= 0 && start - at <= MOST_LINES && empty <= 1; at--) {
            String text = Folding.fold(Lines.core(lines.get(at), "-*_ \t"));
            empty += text.isEmpty() && lines.get(at).isBlank() ? 1 : 0;
            boolean opens = opened(text) || !text.isEmpty() && Character.isDigit(text.charAt(0));
            if (opens && dated(text) && text.length() <= MOST_CHARACTERS / 2) {
                return at;
            }
        }
        return start;
    }

    private static boolean attributes(String text) {
        if (QuotationWords.holds(text, QuotationWords.SELF)) {
            return false;
        }
        boolean colon = text.endsWith(":");
        boolean wrote = QuotationWords.holds(text, QuotationWords.WROTE);
        boolean wroteLast = wrote && QuotationWords.WROTE.stream().anyMatch(Lines.core(text, ": ")::endsWith);
        boolean address = bracketedAddress(text);
        boolean dated = dated(text);
        return (colon || wroteLast) && wrote && dated && (opened(text) || address || wroteOn(text))
                || (colon || wroteLast) && wrote && (address || text.indexOf('@') >= 0)
                || colon && address && dated
                || isoDate(text) && (text.contains(" gmt") || address && text.endsWith(">"));
    }

    private static boolean opened(String text) {
        return QuotationWords.begins(text, QuotationWords.OPENERS)
                || !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /** {@code Anna wrote on 3 May:}, as Notes has it. */
    private static boolean wroteOn(String text) {
        return QuotationWords.WROTE.stream()
                .anyMatch(verb -> QuotationWords.OPENERS.stream().anyMatch(on -> text.contains(verb + " " + on + " ")));
    }

    private static boolean bracketedAddress(String text) {
        int at = text.indexOf('@');
        return at > 0 && (text.lastIndexOf('<', at) >= 0 || text.lastIndexOf('(', at) >= 0 || text.contains("&lt;"));
    }

    /** Whether it names a year, a time of the day, or a day by numbers. */
    private static boolean dated(String text) {
        int digits = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            digits = Character.isDigit(c) ? digits + 1 : 0;
            boolean time = digits > 0
                    && at + 2 < text.length()
                    && (text.charAt(at + 1) == ':' || text.charAt(at + 1) == '.')
                    && Character.isDigit(text.charAt(at + 2));
            boolean year = digits == 4 && (at + 1 == text.length() || !Character.isDigit(text.charAt(at + 1)));
            if (time || year) {
                return true;
            }
        }
        return false;
    }

    /** {@code 2016-03-03}, {@code 2013/7/20}, {@code 2021年3月}. */
    private static boolean isoDate(String text) {
        return text.length() >= 8
                && text.chars().limit(4).allMatch(Character::isDigit)
                && "-/\u5E74\uB144".indexOf(text.charAt(4)) >= 0
                && Character.isDigit(text.charAt(5));
    }
}
