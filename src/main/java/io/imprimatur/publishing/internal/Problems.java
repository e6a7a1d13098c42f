package io.imprimatur.publishing.internal;

/** Codes of what can go wrong in the house; channels have their own. The incidents page says each in words. */
public final class Problems {
    public static final String NOT_WHAT_WAS_APPROVED = "not-what-was-approved";
    public static final String RELEASE_REFUSED = "release-refused";
    /** Approvals were given and have expired before it was sent. */
    public static final String APPROVAL_EXPIRED = "approval-expired";

    public static final String RELEASE_UNANSWERED = "release-unanswered";
    public static final String CHANNEL_MISSING = "channel-missing";
    /** The process ended, or the lease did, between sending and storing the outcome. */
    public static final String INTERRUPTED = "interrupted";
    /** The channel's own code failed. */
    public static final String CHANNEL_FAULT = "channel-fault";

    public static final String LIVE_DIFFERS = "live-differs";
    public static final String LIVE_MISSING = "live-missing";
    public static final String LIVE_NOT_FOUND = "live-not-found";

    /** A withdrawn post is still seen after it was taken down several times. */
    public static final String STILL_LIVE = "still-live";
    /** Whether and where it is live was never found out, so it cannot be taken down from here. */
    public static final String LIVE_UNKNOWN = "live-unknown";
    /** Somebody took it down by hand, on a platform that cannot be read. */
    public static final String TAKEN_AT_WORD = "taken-at-word";

    public static final String NEVER_SENT = "never-sent";

    private Problems() {}
}
