package io.imprimatur.review.internal;

import io.imprimatur.screening.FindingAnswer;
import io.imprimatur.screening.RevisionFinding;
import java.util.Set;
import java.util.stream.Collectors;

/** Which answers to a finding count. */
final class Answers {
    private Answers() {}

    /** Ids of the people whose answer counts: nobody answers a finding in a text of their own. */
    static Set<String> by(RevisionFinding finding, Set<String> authors) {
        return finding.answers().stream()
                .map(FindingAnswer::person)
                .filter(person -> !authors.contains(person))
                .collect(Collectors.toUnmodifiableSet());
    }
}
