package io.imprimatur.publishing.internal;

import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.PublicationState;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A publication with what only its worker needs.
 *
 * @param looks how often the platform was asked since the last send or read-back began
 * @param triedFor the time since the present series of tries began
 * @param accepted whether a manager keeps it as it is
 * @param withdrawalId the order that it comes down; null when there is none
 * @param preserved whether what was live is kept
 * @param byHand whether somebody says that they took it down
 * @param lease the name of the lease on it; an outcome is stored only under the same name
 */
record Row(
        Publication publication,
        String processDefinition,
        int looks,
        Duration triedFor,
        boolean accepted,
        @Nullable UUID withdrawalId,
        boolean preserved,
        boolean byHand,
        @Nullable String lease) {
    UUID id() {
        return publication.id();
    }

    UUID contentId() {
        return publication.contentId();
    }

    int revision() {
        return publication.revision();
    }

    PublicationState state() {
        return publication.state();
    }

    /** Whether nothing is left to do for it: it is what was approved, cannot be read, is accepted as it is, or came down. */
    boolean settled() {
        return state() == PublicationState.VERIFIED
                || state() == PublicationState.UNVERIFIED
                || state() == PublicationState.WITHDRAWN
                || accepted;
    }

    boolean withdrawn() {
        return withdrawalId != null;
    }

    /** The same row once the change is made and its lease kept. */
    Row after(Change change) {
        var now = publication;
        var then = new Publication(
                now.id(),
                now.contentId(),
                now.revision(),
                now.revisionHash(),
                now.channel(),
                change.state(),
                change.needsPerson(),
                change.remoteId(),
                change.url(),
                change.attempts(),
                change.problem(),
                now.claimedAt(),
                now.changedAt(),
                now.publishedAt(),
                now.checkedAt());
        return new Row(
                then,
                processDefinition,
                change.looks(),
                triedFor,
                change.accepted(),
                withdrawalId,
                preserved,
                byHand,
                lease);
    }
}
