package io.imprimatur.publishing;

/** How one publication (one revision on one channel) stands. The diagram is in docs/publishing.md. */
public enum PublicationState {
    /** Claimed and to be sent: it is not live. */
    CLAIMED,
    /** A send is under way. */
    SENDING,
    /** Sent, and no answer came: it may be live. Never sent again before looking. */
    UNKNOWN,
    /** The platform took it. */
    PUBLISHED,
    /** Read back: what is live equals what was approved. */
    VERIFIED,
    /** Read back: what is live differs from what was approved, or is gone. */
    DIFFERS,
    /** The platform refused for good, or tries are exhausted; it is not live. */
    FAILED;

    /** Whether readers can see it. */
    public boolean live() {
        return this == PUBLISHED || this == VERIFIED || this == DIFFERS;
    }
}
