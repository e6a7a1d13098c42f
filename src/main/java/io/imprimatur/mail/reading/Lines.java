package io.imprimatur.mail.reading;

/** What single lines look like; each question reads the line once. */
final class Lines {

    private static final int LONGEST_FOOTER = 140;
    private static final int LONGEST_NAME = 15;

    private Lines() {}

    /** {@code > text}, {@code | text}, {@code Anna> text}. */
    static boolean quoted(String line) {
        String text = line.strip();
        if (text.startsWith(">") || text.startsWith("|")) {
            return true;
        }
        int at = 0;
        while (at < text.length() && at < LONGEST_NAME && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at > 0 && at < text.length() && text.charAt(at) == '>';
    }

    static String unquoted(String line) {
        int at = 0;
        while (at < line.length() && " \t>|\u00A0".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return line.substring(at);
    }

    /** {@code -- }, or a rule; a mark that some trackers leave stands for one too. */
    static boolean delimiter(String line) {
        String text = line.strip();
        if (text.equals("\u2014") || text.equals("\u1427")) {
            return true;
        }
        return text.length() >= 2 && text.chars().allMatch(c -> "-_=~*+\u2014\u2013\u2500".indexOf(c) >= 0);
    }

    /** {@code Sent from my iPhone}. */
    static boolean footer(String line) {
        if (line.length() > LONGEST_FOOTER) {
            return false;
        }
        String folded = Folding.fold(core(line, "<>()[]*_ \t"));
        boolean ofDevice =
                folded.startsWith("from my ") && QuotationWords.DEVICES.stream().anyMatch(folded::contains);
        return ofDevice
                || QuotationWords.FOOTER_OPENERS.stream().anyMatch(folded::startsWith)
                || QuotationWords.FOOTER_ENDINGS.stream().anyMatch(folded::endsWith)
                        && QuotationWords.DEVICES.stream().anyMatch(folded::contains);
    }

    /** {@code -----Original Message-----} or {@code Begin forwarded message:}. */
    static boolean forward(String line) {
        String text = core(line, "*> \t");
        String words = core(text, "-_: \t");
        boolean ruled = text.startsWith("--") || text.startsWith("__");
        boolean announced = text.endsWith(":");
        return (ruled || announced)
                        && words.length() <= 80
                        && QuotationWords.begins(Folding.fold(words), QuotationWords.FORWARDS)
                || ruled && between(text);
    }

    /** Some words between rules of four or more dashes: the same in a language that is not known here. */
    private static boolean between(String text) {
        String words = core(text, "-");
        return text.startsWith("----")
                && text.endsWith("----")
                && !words.isBlank()
                && words.length() <= 50
                && words.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '\'' || c == '.');
    }

    /** The line without these characters at its ends. */
    static String core(String line, String others) {
        int from = 0;
        int to = line.length();
        while (from < to && others.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && others.indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to);
    }
}
