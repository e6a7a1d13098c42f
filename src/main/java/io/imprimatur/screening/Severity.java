package io.imprimatur.screening;

/** What a finding asks for: nothing, since it is the organisation's own; a reviewer's look; or its author's change. */
public enum Severity {
    INFORMATION,
    REVIEW,
    BLOCK
}
