package io.imprimatur.mail.reading;

import io.imprimatur.flow.TaskDecision;

/** What a reviewer's words amount to. */
public sealed interface Reading {

    /**
     * A decision.
     *
     * @param reason in the writer's words; empty if none, which only an approval may be
     */
    record Decided(TaskDecision decision, String reason) implements Reading {}

    /** A rejection or a request for changes that says nothing of why. */
    record Unreasoned(TaskDecision decision) implements Reading {}

    /** Words that decide in two ways. */
    record Conflicting() implements Reading {}

    /** Words that decide nothing. */
    record Remark(String text) implements Reading {}

    /** No words. */
    record Nothing() implements Reading {}
}
