package io.imprimatur.screening;

import java.util.List;

/** What was found in one text, in order of their start. */
public record TextScreening(Verdict verdict, List<Finding> findings) {
    public TextScreening {
        findings = List.copyOf(findings);
    }
}
