package io.imprimatur.screening.internal;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A hand-written set of texts, one a line: {@code ⏎} stands for a line end, {@code \x200B;} for the character of that
 * hexadecimal code point, and {@code [[PHONE:555-0142]]} or {@code [[PHONE|FAX:555-0142]]} marks what is to be found. A
 * line that begins with {@code ##} is a heading.
 */
record MarkedSet(List<Text> texts) {
    MarkedSet {
        texts = List.copyOf(texts);
    }

    /** @param name of a file in {@code src/test/resources/screening}, without its ending */
    static MarkedSet read(String name) {
        try (var stream = Objects.requireNonNull(MarkedSet.class.getResourceAsStream("/screening/" + name + ".txt"))) {
            return parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static MarkedSet parse(String name, String lines) {
        var texts = new ArrayList<Text>();
        int number = 0;
        for (var line : lines.split("\n", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith("##")) {
                texts.add(new Parser(name + " " + number, line).text());
            }
        }
        return new MarkedSet(texts);
    }

    List<Text> marked() {
        return texts.stream().filter(text -> !text.marks().isEmpty()).toList();
    }

    List<Text> unmarked() {
        return texts.stream().filter(text -> text.marks().isEmpty()).toList();
    }

    /**
     * @param id the set and the line
     * @param text without the markup
     */
    record Text(String id, String text, List<Mark> marks) {
        Text {
            marks = List.copyOf(marks);
        }

        String words(Mark mark) {
            return text.substring(mark.start(), mark.end());
        }

        @Override
        public String toString() {
            return id + ": " + text;
        }
    }

    /** @param identifiers any of which will do, the fitting one first */
    record Mark(Identifier identifier, Set<Identifier> identifiers, int start, int end) {
        boolean overlaps(Finding finding) {
            return finding.start() < end && start < finding.end();
        }

        boolean isFoundBy(Finding finding) {
            return overlaps(finding) && finding.needsAnswer() && identifiers.contains(finding.identifier());
        }
    }

    private static final class Parser {
        private static final String OPEN = "[[";
        private static final String CLOSE = "]]";

        private final String id;
        private final String line;
        private final StringBuilder text = new StringBuilder();
        private final List<Mark> marks = new ArrayList<>();

        Parser(String id, String line) {
            this.id = id;
            this.line = line;
        }

        Text text() {
            int at = 0;
            for (int open = line.indexOf(OPEN); open >= 0; open = line.indexOf(OPEN, at)) {
                int colon = line.indexOf(':', open);
                int close = line.indexOf(CLOSE, open);
                if (colon < 0 || close < colon) {
                    throw new IllegalArgumentException(id + " opens a mark and does not end it.");
                }
                append(at, open);
                int start = text.length();
                append(colon + 1, close);
                mark(line.substring(open + OPEN.length(), colon), start);
                at = close + CLOSE.length();
            }
            append(at, line.length());
            return new Text(id, text.toString(), marks);
        }

        private void mark(String names, int start) {
            var all = EnumSet.noneOf(Identifier.class);
            var alternatives = names.split("\\|", -1);
            for (var each : alternatives) {
                all.add(Identifier.valueOf(each));
            }
            marks.add(new Mark(Identifier.valueOf(alternatives[0]), all, start, text.length()));
        }

        private void append(int from, int to) {
            for (int at = from; at < to; at++) {
                if (line.startsWith("\\x", at)) {
                    int end = line.indexOf(';', at);
                    text.appendCodePoint(Integer.parseInt(line.substring(at + 2, end), 16));
                    at = end;
                } else {
                    text.append(line.charAt(at) == '⏎' ? '\n' : line.charAt(at));
                }
            }
        }
    }
}
