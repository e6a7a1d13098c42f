package io.imprimatur.flow.gate.proof;

/** What screening said of the text as it is now. */
enum Screening {
    NEVER,
    BLOCKED,
    CLEAR,
    /** A privacy review is needed: something was found, or the policy asks for it. */
    TO_ANSWER,
    /** Something that must not go out was found and contested: two people of privacy review are needed. */
    TO_OVERRIDE
}
