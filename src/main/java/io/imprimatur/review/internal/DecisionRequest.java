package io.imprimatur.review.internal;

import io.imprimatur.flow.TaskDecision;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Severity;
import java.util.List;

/**
 * Somebody decides at a review task.
 *
 * @param reason trimmed; empty if none was given
 * @param screened whether the revision has a stored verdict
 * @param contested whether the author contested what blocks
 */
record DecisionRequest(
        WorkRequest work,
        TaskDecision decision,
        String reason,
        boolean screened,
        List<RevisionFinding> findings,
        boolean contested) {

    boolean approves() {
        return decision == TaskDecision.APPROVE;
    }

    List<RevisionFinding> blocking() {
        return findings.stream()
                .filter(each -> each.finding().severity() == Severity.BLOCK)
                .toList();
    }
}
