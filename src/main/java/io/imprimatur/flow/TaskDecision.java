package io.imprimatur.flow;

/** What a reviewer decides; the value of the task-local variable {@code decision}. */
public enum TaskDecision {
    APPROVE,
    REQUEST_CHANGES,
    REJECT
}
