package io.imprimatur.screening.internal.cli;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A file's text and what was found in it; findings have offsets into that text. */
final class Screened {
    private final String file;
    private final String source;
    private final Verdict verdict;
    private final List<Finding> findings;
    private final int[] lineStarts;

    Screened(String file, String source, Verdict verdict, List<Finding> findings) {
        this.file = file;
        this.source = source;
        this.verdict = verdict;
        this.findings = List.copyOf(findings);
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.rangeClosed(1, source.length()).filter(at -> beginsLine(source, at)))
                .toArray();
    }

    private static boolean beginsLine(String source, int at) {
        var before = source.charAt(at - 1);
        return before == '\n' || (before == '\r' && !source.startsWith("\n", at));
    }

    String file() {
        return file;
    }

    Verdict verdict() {
        return verdict;
    }

    List<Finding> findings() {
        return findings;
    }

    /** From 1. */
    int line(Finding finding) {
        var at = Arrays.binarySearch(lineStarts, finding.start());
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** From 1, in characters as readers count them (code points). */
    int column(Finding finding) {
        return source.codePointCount(lineStarts[line(finding) - 1], finding.start()) + 1;
    }

    String words(Finding finding) {
        return source.substring(finding.start(), finding.end());
    }
}
