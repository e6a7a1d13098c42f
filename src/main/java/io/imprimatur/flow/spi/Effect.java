package io.imprimatur.flow.spi;

/** What a building block does to a post, as far as the promises about flows speak of it. */
public enum Effect {
    /** Runs nothing: it only answers expressions. */
    VALUE,
    /** Runs, and changes nothing that the promises speak of. */
    NONE,
    /** Searches the revision for patient data and says which reviews it needs. */
    SCREEN,
    /** Hands the revision to its channels and waits for their answers. */
    PUBLISH,
    /** Compares what is live with what was approved. */
    VERIFY_LIVE,
    /** Takes the post down and waits until it is gone. */
    TAKE_DOWN
}
