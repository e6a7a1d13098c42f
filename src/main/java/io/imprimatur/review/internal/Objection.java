package io.imprimatur.review.internal;

import io.imprimatur.platform.Refusal;

/**
 * Why something must not happen.
 *
 * @param code stable name of the reason, for programs
 * @param sentence the reason for people; quotes nothing
 */
record Objection(String code, String sentence) {
    Refusal forbidden() {
        return Refusal.forbidden(code, sentence);
    }

    Refusal conflict() {
        return Refusal.conflict(code, sentence);
    }
}
