package io.imprimatur.content;

/** What a piece is; the release policy decides by it. */
public enum ContentKind {
    ANNOUNCEMENT,
    HEALTH_ADVICE,
    PATIENT_STORY,
    PROMOTION,
    CORRECTION
}
