package io.imprimatur.publishing;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision on one channel.
 *
 * @param needsPerson whether it waits for a manager; see {@link Publications#troubled()}
 * @param remoteId the platform's id of it
 * @param url where readers find it; for the newsroom a path on this server
 * @param attempts how often it was sent in the present series of tries
 * @param problem code of what went wrong last
 * @param changedAt when its state last changed
 * @param checkedAt when what is live was last read back
 */
public record Publication(
        UUID id,
        UUID contentId,
        int revision,
        String revisionHash,
        String channel,
        PublicationState state,
        boolean needsPerson,
        @Nullable String remoteId,
        @Nullable URI url,
        int attempts,
        @Nullable String problem,
        Instant claimedAt,
        Instant changedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant checkedAt) {}
