package io.imprimatur.mail;

/** Whether what a message asks for can still be decided, and if not, why. */
public enum RequestStanding {
    OPEN,
    /** Decided by mail; it counts when it can no longer be undone. */
    PENDING,
    ALREADY_DECIDED,
    EXPIRED,
    /** The author has changed the text since. */
    CHANGED,
    /** The task is gone without a decision of its stage on that revision. */
    ENDED,
    /** Somebody else has taken the task. */
    TAKEN
}
