package io.imprimatur.mail.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody wrote, as its first line and the lines after it without quotations and legal notices.
 *
 * @param first the first line that is not empty; empty if there is none
 * @param mayDecide whether the first line is free of what makes it look other than it reads, and is no quotation
 * @param following the lines after it
 */
record WrittenLines(String first, boolean mayDecide, List<Tokens> following) {

    /** A longer line is prose, or was cut by a bound and may end in a condition that is not seen. */
    private static final int LONGEST_FIRST_LINE = 300;

    private static final int MOST_LINES = 800;
    private static final int MOST_CHARACTERS = 65_536;

    WrittenLines {
        following = List.copyOf(following);
    }

    static WrittenLines of(String written, Vocabulary vocabulary) {
        List<String> lines = TextBounds.within(written, MOST_CHARACTERS, MOST_LINES, LONGEST_FIRST_LINE + 1)
                .lines()
                .map(String::strip)
                .toList();
        boolean own = lines.stream().anyMatch(line -> !line.isEmpty() && !Lines.quoted(line));
        if (!own) {
            return new WrittenLines("", false, List.of());
        }
        int at = 0;
        while (lines.get(at).isEmpty()) {
            at++;
        }
        String first = lines.get(at);
        boolean mayDecide = !Lines.quoted(first) && !HiddenCharacters.in(first) && first.length() <= LONGEST_FIRST_LINE;
        return new WrittenLines(first, mayDecide, following(lines.subList(at + 1, lines.size()), vocabulary));
    }

    boolean empty() {
        return first.isEmpty();
    }

    private static List<Tokens> following(List<String> lines, Vocabulary vocabulary) {
        List<Tokens> kept = new ArrayList<>();
        List<Tokens> paragraph = new ArrayList<>();
        for (String line : lines) {
            if (line.isEmpty()) {
                close(paragraph, kept, vocabulary);
                kept.add(Tokens.of(""));
            } else if (!Lines.quoted(line)) {
                paragraph.add(Tokens.of(visible(line)));
            }
        }
        close(paragraph, kept, vocabulary);
        return kept;
    }

    private static void close(List<Tokens> paragraph, List<Tokens> kept, Vocabulary vocabulary) {
        boolean notice =
                paragraph.stream().anyMatch(line -> vocabulary.disclaimers().within(line, 0));
        if (!notice) {
            kept.addAll(paragraph);
        }
        paragraph.clear();
    }

    /** Without characters that have no width and could part a word in two. */
    private static String visible(String line) {
        StringBuilder visible = new StringBuilder(line.length());
        line.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
