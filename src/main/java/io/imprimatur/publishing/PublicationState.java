package io.imprimatur.publishing;

/** How one publication (one revision on one channel) stands. */
public enum PublicationState {
    /** Claimed, not sent yet. */
    CLAIMED,
    /** A send is under way. */
    SENDING,
    /** Sent, and no answer came: it may be live. Never sent again before looking. */
    UNKNOWN,
    /** The platform took it. */
    PUBLISHED,
    /** Read back: what is live equals what was approved. */
    VERIFIED,
    /** Read back: what is live differs from what was approved. */
    DIFFERS,
    /** The platform refused for good, or tries are exhausted; it is not live. */
    FAILED
}
