package io.imprimatur.flow.gate;

/** Where a post ends up. */
public enum Ending {
    PUBLISHED,
    REJECTED,
    /** It waits for its author. */
    AT_DRAFT,
    /** It waits for something that was not recorded. */
    WAITING,
    /** The flow ended or cannot go on, and the post was neither published nor rejected. */
    STUCK
}
