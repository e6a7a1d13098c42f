package io.imprimatur.screening;

/** What screening says of a whole text: the worst severity among its findings. */
public enum Verdict {
    CLEAR,
    REVIEW,
    BLOCK
}
