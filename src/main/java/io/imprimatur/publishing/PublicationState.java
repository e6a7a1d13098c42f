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
    /** Read back: what is live equals what was approved. Looked at again on a schedule. */
    VERIFIED,
    /** The platform took it and does not let us read it back. */
    UNVERIFIED,
    /** Read back: what is live differs from what was approved. */
    DRIFTED,
    /** It was live and is not any more, and nobody here took it down. Never posted again by itself. */
    REMOVED_EXTERNALLY,
    /** The platform refused for good, or tries are exhausted; it is not live. */
    FAILED,
    /** It is to come down, and may still be live. */
    WITHDRAWING,
    /** It is proven gone, or was never sent. */
    WITHDRAWN;

    /** Whether readers can see it, as far as is known. */
    public boolean live() {
        return this == PUBLISHED || this == VERIFIED || this == UNVERIFIED || this == DRIFTED;
    }

    /** Whether it may have been seen by readers. */
    public boolean mayHaveBeenSeen() {
        return this != CLAIMED && this != FAILED;
    }
}
