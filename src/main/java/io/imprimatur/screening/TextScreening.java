package io.imprimatur.screening;

import java.util.List;

/**
 * What was found in one text.
 *
 * @param verdict the worst severity among the findings; {@code BLOCK} also when there were more than could be listed
 * @param findings in order of their start
 */
public record TextScreening(Verdict verdict, List<Finding> findings) {
    public TextScreening {
        findings = List.copyOf(findings);
    }
}
