package io.imprimatur.screening.internal.own;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.NormalText;

/**
 * The sentence that a finding is in, as much of it as is near, so that looking at it costs the same in any text.
 *
 * @param start where the sentence begins, or what is near of it
 * @param end where it ends
 * @param before its words before the finding
 * @param behind its words behind the finding
 * @param next the beginning of the next sentence
 */
record Around(int start, int end, String before, String marked, String behind, String next) {
    private static final int NEAR = 300;
    private static final int OF_NEXT = 120;

    static Around of(Finding finding, NormalText normal) {
        var text = normal.text();
        var sentence = normal.sentenceAround(finding.start(), finding.end());
        var start = Math.max(sentence.start(), finding.start() - NEAR);
        var end = Math.min(sentence.end(), finding.end() + NEAR);
        var next = sentence.end() <= end ? text.substring(end, Math.min(text.length(), end + OF_NEXT)) : "";
        return new Around(
                start,
                end,
                text.substring(start, finding.start()),
                text.substring(finding.start(), finding.end()),
                text.substring(finding.end(), end),
                next);
    }

    /** The sentence with the finding in it. */
    String sentence() {
        return before + marked + behind;
    }
}
