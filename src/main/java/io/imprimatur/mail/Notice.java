package io.imprimatur.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person about one occasion. Holds no content: its text is made when it is sent.
 *
 * @param person id of who hears of it
 * @param contentId the piece that it is about, if any
 * @param revision the revision that it is about, if any
 * @param taskId the engine's id of the task that it is about, if any
 * @param stage the review stage that it is about, if any
 * @param attempts how often it was handed to the mail server, or tried to be
 * @param repeats how many of these attempts followed one whose outcome is unknown
 * @param problem code of what went wrong last
 * @param answer what became of a mail of theirs; only for {@code ANSWER}
 * @param detail a rule's sentence, the name of a step, or the id of the person that it is about; never content
 * @param inReplyTo Message-ID of the mail that it answers
 */
public record Notice(
        UUID id,
        Kind kind,
        String person,
        @Nullable UUID contentId,
        @Nullable Integer revision,
        @Nullable String taskId,
        @Nullable String stage,
        State state,
        int attempts,
        int repeats,
        Instant createdAt,
        @Nullable String problem,
        @Nullable String answer,
        @Nullable String detail,
        @Nullable String inReplyTo) {

    /** What it is about. */
    public enum Kind {
        TASK_OPENED,
        TASK_REMINDER,
        TASK_ESCALATION,
        /** A flow tells a group where a piece has come to. */
        STEP_REACHED,
        /** Somebody gave it back to its group. */
        TASK_RETURNED,
        /** What became of a mail of theirs. */
        ANSWER,
        /** What waits for them, once a day. */
        DIGEST,
        /** A change of a flow waits for a second person. */
        FLOW_PROPOSED,
        /** Mail to somebody came back. */
        ADDRESS_UNDELIVERABLE,
        BLOCKED,
        APPROVED,
        CHANGES_REQUESTED,
        REJECTED,
        RELEASE_REFUSED,
        PUBLISHED,
        PARTLY_PUBLISHED,
        WITHDRAWN
    }

    /** How it stands. */
    public enum State {
        PENDING,
        /** Being handed to the mail server. */
        SENDING,
        SENT,
        /** What it was about is settled already, or its reader is gone: not sent. */
        OBSOLETE,
        /** All tries are used up; an operator may try again. */
        FAILED
    }
}
