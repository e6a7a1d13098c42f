package io.imprimatur.mail.decision;

import io.imprimatur.flow.TaskDecision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person is asked by mail to decide at one task about one revision. At most one of its tokens is ever used.
 *
 * @param means what mail may do: lead to a page, or be answered too
 * @param decision what was decided and can still be undone; null unless it is pending
 * @param reason the words for it
 * @param proof how its sender was proven; null unless it is pending
 * @param dueAt when it will be carried out; null unless it is pending
 */
public record MailRequest(
        UUID id,
        String person,
        String taskId,
        UUID contentId,
        int revision,
        String stage,
        Means means,
        Instant createdAt,
        Instant expiresAt,
        State state,
        @Nullable TaskDecision decision,
        @Nullable String reason,
        @Nullable Proof proof,
        @Nullable Instant dueAt) {

    /** What mail may do. */
    public enum Means {
        LINK,
        REPLY
    }

    /** How it stands. */
    public enum State {
        OPEN,
        /** Decided; waits until it can no longer be undone. */
        PENDING,
        USED,
        /** Somebody else took the task, or the decision could not be carried out. */
        VOID
    }

    /** How strongly it was proven who decides; said in the ledger. */
    public enum Proof {
        /** Logged in on the page that the link leads to. */
        SESSION,
        /** Whoever held the link. */
        TOKEN,
        /** A reply that passed DMARC at our own mail server. */
        DMARC,
        /** A reply whose DKIM signature was verified here. */
        DKIM,
        /** A reply that our own relay vouches for. */
        RELAY
    }
}
