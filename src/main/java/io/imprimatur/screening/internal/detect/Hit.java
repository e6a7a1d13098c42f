package io.imprimatur.screening.internal.detect;

import com.google.re2j.Matcher;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Severity;

/** What a probe found; offsets count from the start of the whole text. */
final class Hit {
    private final int[] starts;
    private final int[] ends;
    private final String text;

    private Hit(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static Hit of(String text, Matcher match, int offset) {
        int groups = match.groupCount() + 1;
        var starts = new int[groups];
        var ends = new int[groups];
        for (int group = 0; group < groups; group++) {
            starts[group] = match.start(group) < 0 ? -1 : offset + match.start(group);
            ends[group] = match.end(group) < 0 ? -1 : offset + match.end(group);
        }
        return new Hit(text, starts, ends);
    }

    int start() {
        return starts[0];
    }

    int end() {
        return ends[0];
    }

    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return ends[group];
    }

    String group() {
        return text.substring(starts[0], ends[0]);
    }

    /** Empty where the group took no part. */
    String group(int group) {
        return has(group) ? text.substring(starts[group], ends[group]) : "";
    }

    boolean has(int group) {
        return starts[group] >= 0;
    }

    /** The number of the first group from this one on that took part, or 0. */
    int firstGroupFrom(int first) {
        for (int group = first; group < starts.length; group++) {
            if (has(group)) {
                return group;
            }
        }
        return 0;
    }

    Finding finding(Identifier identifier, Severity severity) {
        return Finding.of(identifier, start(), end(), severity);
    }

    Finding finding(Identifier identifier, Severity severity, int group) {
        return Finding.of(identifier, start(group), end(group), severity);
    }
}
