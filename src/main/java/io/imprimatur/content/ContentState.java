package io.imprimatur.content;

/** Where a piece stands. */
public enum ContentState {
    DRAFT,
    SCREENING,
    IN_REVIEW,
    SCHEDULED,
    PUBLISHING,
    PUBLISHED,
    PARTLY_PUBLISHED,
    REJECTED,
    /** On its way down: it may still be live somewhere. */
    WITHDRAWING,
    WITHDRAWN
}
