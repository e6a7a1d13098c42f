package io.imprimatur.screening.internal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a reader gets of a file, each unit with the place in the file's text that it comes from. */
final class Reading {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Reading(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** A text that is read as it stands. */
    static Reading plain(String source) {
        var builder = new Builder();
        builder.append(source, 0);
        return builder.build();
    }

    String text() {
        return text;
    }

    /** Where in the file's text the unit at this place begins. */
    int sourceStart(int start) {
        return starts[start];
    }

    /** Where in the file's text the unit before this place ends. */
    int sourceEnd(int end) {
        return ends[end - 1];
    }

    /** Collects the text, and after it what is not part of its flow, such as link targets. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<Aside> asides = new ArrayList<>();
        private int[] starts = new int[256];
        private int[] ends = new int[256];

        private record Aside(String words, int start, int end, boolean exact) {}

        void append(char unit, int start, int end) {
            var at = text.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, at * 2);
                ends = Arrays.copyOf(ends, at * 2);
            }
            text.append(unit);
            starts[at] = start;
            ends[at] = end;
        }

        /** Words that stand in the source as they are. */
        void append(String words, int start) {
            for (int at = 0; at < words.length(); at++) {
                append(words.charAt(at), start + at, start + at + 1);
            }
        }

        /** Words that stand somewhere between those places, written otherwise. */
        void appendWithin(String words, int start, int end) {
            for (int at = 0; at < words.length(); at++) {
                append(words.charAt(at), start, end);
            }
        }

        /** Ends a line, or a paragraph, unless one ends there already. */
        void lineEnds(int at, boolean paragraph) {
            if (text.length() == 0) {
                return;
            }
            var last = text.charAt(text.length() - 1);
            var ended = text.length() > 1 && last == '\n' && text.charAt(text.length() - 2) == '\n';
            if (last != '\n' || (paragraph && !ended)) {
                append('\n', at, at);
                if (paragraph && last != '\n') {
                    append('\n', at, at);
                }
            }
        }

        void blank(int at) {
            if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                append(' ', at, at);
            }
        }

        /** Found in the source between those places if it stands there as it is; read after the text. */
        void aside(String words, String source, int start, int end) {
            var at = words.isEmpty() ? -1 : source.substring(start, end).indexOf(words);
            if (at >= 0) {
                asides.add(new Aside(words, start + at, start + at + words.length(), true));
            } else {
                asides.add(new Aside(words, start, end, false));
            }
        }

        Reading build() {
            for (var aside : asides) {
                lineEnds(aside.start(), true);
                if (aside.exact()) {
                    append(aside.words(), aside.start());
                } else {
                    appendWithin(aside.words(), aside.start(), aside.end());
                }
            }
            asides.clear();
            return new Reading(
                    text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
        }
    }
}
