package io.imprimatur.review.internal;

import io.imprimatur.platform.Refusal;

/**
 * Why something must not happen.
 *
 * @param kind what it becomes towards whoever asked
 * @param code stable name of the reason, for programs
 * @param sentence the reason for people; quotes nothing
 */
record Objection(Refusal.Kind kind, String code, String sentence) {
    Refusal refusal() {
        return new Refusal(kind, code, sentence);
    }
}
