package io.imprimatur.desk.view;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.MarkedText;
import java.util.List;

/**
 * One text with what screening found in it.
 *
 * @param name what the text is, in words
 * @param findings in order of their start
 */
public record ScreenedText(String name, String text, List<Finding> findings) {
    public ScreenedText {
        findings = List.copyOf(findings);
    }

    public MarkedText marked() {
        return MarkedText.of(text, findings);
    }

    /** Those that somebody has to answer, or the author to take out. */
    public List<Finding> toAnswer() {
        return findings.stream().filter(Finding::needsAnswer).toList();
    }

    /** What is the organisation's own. */
    public List<Finding> own() {
        return findings.stream().filter(finding -> !finding.needsAnswer()).toList();
    }

    /** The words that a finding is about. */
    public String words(Finding finding) {
        return text.substring(Math.min(finding.start(), text.length()), Math.min(finding.end(), text.length()));
    }
}
