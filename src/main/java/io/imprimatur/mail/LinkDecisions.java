package io.imprimatur.mail;

import io.imprimatur.flow.TaskDecision;
import io.imprimatur.review.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deciding by the link in a message. */
public interface LinkDecisions {
    /**
     * What a link leads to.
     *
     * @param person whom the message was made for
     * @param revision the revision that the message showed
     * @param decision what is pending; null unless something is
     * @param dueAt until when that can be undone
     * @param made the last decision of its stage on its revision; null while there is none
     */
    record Asked(
            String person,
            String taskId,
            UUID contentId,
            int revision,
            String stage,
            RequestStanding standing,
            @Nullable TaskDecision decision,
            @Nullable Instant dueAt,
            @Nullable Decision made) {}

    /**
     * What that link leads to. Changes nothing, however often it is asked.
     *
     * @param personId who is logged in; null if nobody is
     * @throws io.imprimatur.platform.Refusal 404 {@code link-unknown}, for what never was a link or was deleted after its
     *     time; 403 {@code link-for-another}, also for nobody unless the house said that the link suffices
     */
    Asked open(String token, @Nullable String personId);

    /**
     * Decides in the name of the person whom the message was made for, by the same command as Tasklist.
     *
     * @return {@code ALREADY_DECIDED} now that it is, {@code PENDING} if it can be undone, or why it cannot be decided
     * @throws io.imprimatur.platform.Refusal when a rule refuses, or as {@link #open}
     */
    RequestStanding decide(String token, @Nullable String personId, TaskDecision decision, @Nullable String reason);

    /**
     * Takes the task for the person whom the message was made for, so that they can answer what screening found.
     *
     * @throws io.imprimatur.platform.Refusal as {@link #decide}
     */
    void take(String token, @Nullable String personId);

    /**
     * Takes a pending decision back; the task stays with its person.
     *
     * @throws io.imprimatur.platform.Refusal 409 {@code not-pending}; as above
     */
    void undo(String token, @Nullable String personId);
}
