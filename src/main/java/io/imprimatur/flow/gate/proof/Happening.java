package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.StageOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What a step did to a post, for the words of an answer.
 *
 * @param stage of a decision; empty otherwise
 * @param outcome of a decision; null otherwise
 * @param screening of a screening; null otherwise
 */
record Happening(Type type, String stage, @Nullable StageOutcome outcome, @Nullable Screening screening) {
    enum Type {
        DECIDED,
        SCREENED,
        TEXT_CHANGED,
        RELEASE_REFUSED,
        APPROVAL_EXPIRED,
        WENT_OUT
    }

    static Happening of(Type type) {
        return new Happening(type, "", null, null);
    }
}
