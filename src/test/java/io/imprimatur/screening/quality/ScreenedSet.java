package io.imprimatur.screening.quality;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.Severity;
import java.util.List;

/**
 * A labelled set with what screening finds in it.
 *
 * @param findings for each document those that need an answer
 */
record ScreenedSet(LabelledSet set, List<List<Finding>> findings) {
    ScreenedSet {
        findings = List.copyOf(findings);
    }

    static ScreenedSet of(LabelledSet set, Screener screener) {
        return new ScreenedSet(
                set,
                set.documents().stream()
                        .map(document -> screener.screen(document.text()).findings().stream()
                                .filter(Finding::needsAnswer)
                                .toList())
                        .toList());
    }

    /** The same with the sure findings only. */
    ScreenedSet sure() {
        return new ScreenedSet(
                set,
                findings.stream()
                        .map(each -> each.stream()
                                .filter(finding -> finding.severity() == Severity.BLOCK)
                                .toList())
                        .toList());
    }
}
