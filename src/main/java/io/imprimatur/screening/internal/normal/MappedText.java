package io.imprimatur.screening.internal.normal;

import java.util.Arrays;

/** A text made from another one, each UTF-16 unit with the place in the original that it stands for. */
public final class MappedText {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private MappedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static MappedText same(String original) {
        var builder = new Builder(original.length());
        for (int at = 0; at < original.length(); at++) {
            builder.append(original.charAt(at), at, at + 1);
        }
        return builder.build();
    }

    public String text() {
        return text;
    }

    /** Where in the original the unit at this offset begins. */
    public int originalStart(int start) {
        return starts[start];
    }

    /** Where in the original the unit before this offset ends. */
    public int originalEnd(int end) {
        return ends[end - 1];
    }

    /** Grows unit by unit. */
    static final class Builder {
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int expected) {
            text = new StringBuilder(expected);
            starts = new int[Math.max(16, expected)];
            ends = new int[Math.max(16, expected)];
        }

        int length() {
            return text.length();
        }

        char last() {
            return text.charAt(text.length() - 1);
        }

        void append(char unit, int start, int end) {
            int index = text.length();
            if (index == starts.length) {
                starts = Arrays.copyOf(starts, index * 2);
                ends = Arrays.copyOf(ends, index * 2);
            }
            text.append(unit);
            starts[index] = start;
            ends[index] = end;
        }

        /** The units of another text, from one offset to another, with their places. */
        void append(MappedText other, int from, int to) {
            for (int at = from; at < to; at++) {
                append(other.text.charAt(at), other.starts[at], other.ends[at]);
            }
        }

        /** All of it stands for the same place. */
        void append(String units, int start, int end) {
            for (int at = 0; at < units.length(); at++) {
                append(units.charAt(at), start, end);
            }
        }

        /** The last unit stands for more than it did. */
        void extendLast(int end) {
            ends[text.length() - 1] = end;
        }

        void replaceLast(char unit) {
            text.setCharAt(text.length() - 1, unit);
        }

        MappedText build() {
            int length = text.length();
            return new MappedText(text.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
        }
    }
}
