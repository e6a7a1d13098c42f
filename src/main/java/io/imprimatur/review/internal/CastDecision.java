package io.imprimatur.review.internal;

import io.imprimatur.flow.TaskDecision;
import io.imprimatur.review.Decision;

/**
 * A decision with what was true when it was made.
 *
 * @param group the group in which the decider decided
 * @param approvalsNeeded how many different people the stage needed then
 */
record CastDecision(Decision decision, String group, int approvalsNeeded) {
    String stage() {
        return decision.stage();
    }

    String person() {
        return decision.person();
    }

    boolean approves() {
        return decision.decision() == TaskDecision.APPROVE;
    }
}
