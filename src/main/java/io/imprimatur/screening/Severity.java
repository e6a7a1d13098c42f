package io.imprimatur.screening;

/** How sure a finding is: a reviewer should look, or it goes back to its author. */
public enum Severity {
    REVIEW,
    BLOCK
}
