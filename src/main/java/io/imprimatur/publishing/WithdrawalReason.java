package io.imprimatur.publishing;

/** Why a post comes down. */
public enum WithdrawalReason {
    /** It may have released health information: a privacy incident, which is assessed (45 CFR 164.402). */
    PRIVACY,
    LEGAL,
    INCORRECT,
    OUTDATED,
    CHANGED_ON_PLATFORM,
    OTHER
}
