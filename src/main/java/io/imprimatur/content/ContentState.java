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
    WITHDRAWN
}
