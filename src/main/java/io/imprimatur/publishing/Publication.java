package io.imprimatur.publishing;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision on one channel.
 *
 * @param remoteId the platform's id of it
 * @param url where readers find it
 * @param attempts how often it was sent or looked for
 * @param problem code of what went wrong last
 */
public record Publication(
        UUID id,
        UUID contentId,
        int revision,
        String revisionHash,
        String channel,
        PublicationState state,
        @Nullable String remoteId,
        @Nullable URI url,
        int attempts,
        @Nullable String problem,
        Instant claimedAt,
        @Nullable Instant publishedAt) {}
