package io.imprimatur.screening.internal.detect;

import io.imprimatur.screening.SentenceEnds;

/** The words around a match, bounded so that looking at them costs the same in any text. */
final class Surroundings {
    private static final int BEFORE = 160;
    private static final int AFTER = 120;

    private Surroundings() {}

    /** The sentence that holds the match, or as much of it as is near; without the match itself. */
    static String sentence(String text, int start, int end) {
        return beforeInSentence(text, start) + " " + afterInSentence(text, end);
    }

    static String beforeInSentence(String text, int start) {
        var from = Math.max(0, start - BEFORE);
        for (int at = start - 1; at > from; at--) {
            if (SentenceEnds.at(text, at)) {
                return text.substring(at + 1, start);
            }
        }
        return text.substring(from, start);
    }

    static String afterInSentence(String text, int end) {
        var to = Math.min(text.length(), end + AFTER);
        for (int at = end; at < to; at++) {
            if (SentenceEnds.at(text, at)) {
                return text.substring(end, at);
            }
        }
        return text.substring(end, to);
    }

    static String before(String text, int start, int length) {
        return text.substring(Math.max(0, start - length), start);
    }

    static String after(String text, int end, int length) {
        return text.substring(end, Math.min(text.length(), end + length));
    }
}
