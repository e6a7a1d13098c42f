package io.imprimatur.flow;

/** An answer to a {@link Question}; the value of the task-local variable {@code decision}. */
public enum Answer {
    IS_LIVE,
    /** It is sent again. */
    IS_NOT_LIVE,
    LOOK_AGAIN,
    KEEP,
    WITHDRAW,
    REMOVED_BY_HAND,
    /** A low probability that health information was compromised was demonstrated (45 CFR 164.402(2)). */
    NO_NOTIFICATION,
    NOTIFICATION
}
