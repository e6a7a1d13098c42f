package io.imprimatur.flow;

/** How a stage stands after a decision; the value of {@code <stage>Outcome} that gateways read. */
public enum StageOutcome {
    APPROVED,
    /** Approved, and the stage needs another person's approval. */
    MORE_NEEDED,
    CHANGES_REQUESTED,
    REJECTED
}
