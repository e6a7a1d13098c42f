package io.imprimatur.mail.internal;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.StepReached;
import io.imprimatur.mail.Notice;
import io.imprimatur.mail.decision.Answer;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that people hear of once each.
 *
 * @param key names the occasion among all others
 */
record Occasion(
        String key,
        Notice.Kind kind,
        @Nullable UUID contentId,
        @Nullable Integer revision,
        @Nullable String taskId,
        @Nullable String stage,
        @Nullable String answer,
        @Nullable String detail,
        @Nullable String inReplyTo) {
    static Occasion ofTask(Notice.Kind kind, FlowTask task) {
        return ofTask(kind + ":" + task.id(), kind, task);
    }

    /** Each time a task is given back is an occasion. */
    static Occasion ofReturn(FlowTask task) {
        return ofTask("TASK_RETURNED:" + UUID.randomUUID(), Notice.Kind.TASK_RETURNED, task);
    }

    private static Occasion ofTask(String key, Notice.Kind kind, FlowTask task) {
        return new Occasion(key, kind, task.contentId(), task.revision(), task.id(), task.stage(), null, null, null);
    }

    /** A piece may come to a step again: each time is an occasion. */
    static Occasion ofStep(StepReached reached) {
        return new Occasion(
                "STEP_REACHED:" + UUID.randomUUID(),
                Notice.Kind.STEP_REACHED,
                reached.contentId(),
                reached.revision(),
                null,
                null,
                null,
                reached.step(),
                null);
    }

    /** One a mail. */
    static Occasion ofAnswer(Answer answer) {
        var request = answer.request();
        var code = answer.code().name();
        var key = "ANSWER:" + (answer.mailId() == null ? UUID.randomUUID() : answer.mailId());
        return request == null
                ? new Occasion(
                        key, Notice.Kind.ANSWER, null, null, null, null, code, answer.sentence(), answer.messageId())
                : new Occasion(
                        key,
                        Notice.Kind.ANSWER,
                        request.contentId(),
                        request.revision(),
                        request.taskId(),
                        request.stage(),
                        code,
                        answer.sentence(),
                        answer.messageId());
    }

    /** One a day, on whichever node its time comes first. */
    static Occasion ofDigest(LocalDate day) {
        return new Occasion("DIGEST:" + day, Notice.Kind.DIGEST, null, null, null, null, null, null, null);
    }

    static Occasion ofProposal(UUID proposalId) {
        return new Occasion(
                "FLOW_PROPOSED:" + proposalId,
                Notice.Kind.FLOW_PROPOSED,
                null,
                null,
                null,
                null,
                null,
                proposalId.toString(),
                null);
    }

    /** @param person whose address it is */
    static Occasion ofUndeliverable(String person) {
        return new Occasion(
                "ADDRESS_UNDELIVERABLE:" + UUID.randomUUID(),
                Notice.Kind.ADDRESS_UNDELIVERABLE,
                null,
                null,
                null,
                null,
                null,
                person,
                null);
    }

    /** The same may happen to a revision again, such as a second request for changes: each time is an occasion. */
    static Occasion ofContent(Notice.Kind kind, UUID contentId, int revision, @Nullable String stage) {
        return new Occasion(kind + ":" + UUID.randomUUID(), kind, contentId, revision, null, stage, null, null, null);
    }
}
