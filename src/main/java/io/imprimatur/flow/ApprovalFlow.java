package io.imprimatur.flow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of a post, as the rest of the product sees it. Every method joins the running transaction. */
public interface ApprovalFlow {
    /**
     * Starts the flow that the release policy names, for a piece; it waits at its draft, assigned to the author.
     *
     * @throws io.imprimatur.platform.Refusal (503, {@code flow-missing}) when that flow is not deployed
     */
    void start(UUID contentId, int revision, String authorId, PolicyQuestion post);

    /**
     * Sends the revision on its way: completes the draft, or, while it is in review, sends {@code revised}.
     *
     * @throws io.imprimatur.platform.Refusal (409, {@code not-submittable}) when it waits at neither
     */
    void submit(UUID contentId, int revision);

    /** Whether the piece waits at its draft. */
    boolean atDraft(UUID contentId);

    /** Whether {@link #submit} would interrupt a running review. */
    boolean inReview(UUID contentId);

    /**
     * Tells the draft which revision it is about now. If the policy names another flow for it and it waits nowhere else, it
     * goes on in that flow, at its draft.
     *
     * @throws io.imprimatur.platform.Refusal (503, {@code flow-missing}) when that flow is not deployed
     */
    void draftRevised(UUID contentId, int revision, String authorId, PolicyQuestion post);

    /** Open user tasks of that piece, oldest first. */
    List<FlowTask> openTasks(UUID contentId);

    Optional<FlowTask> task(String taskId);

    /** Open tasks that this person has claimed or could claim, most urgent first. */
    List<FlowTask> tasksOf(String personId);

    /** Claims the task for that person; refuses when somebody else has it or the person is not eligible. */
    void claim(String taskId, String personId);

    /** Gives a claimed task back to its group. */
    void release(String taskId, String personId);

    /** Completes a claimed review task in that person's name, by the same command as Tasklist's. */
    void decide(String taskId, String personId, TaskDecision decision, @Nullable String reason);

    /** Answers a claimed task's question in that person's name, by the same command as Tasklist's. */
    void answer(String taskId, String personId, Answer answer, @Nullable String reason);

    /** Every row of the publication has its final state: lets {@code publish} go on. Does nothing if it does not wait. */
    void publicationSettled(UUID contentId, int revision);

    /** It was refused when it was to be sent, and nothing went out: {@code publish} ends with that refusal. */
    void releaseRefused(UUID contentId, int revision, String code);

    /** What is live is what was approved, on every channel: lets {@code verifyLive} go on. Does nothing if it does not wait. */
    void liveVerified(UUID contentId, int revision);

    /** Opens an incident where the piece waits, at {@code publish} or {@code verifyLive}; once per cause. The message names no content. */
    void openPublishIncident(UUID contentId, String cause);

    /** Closes the incidents at {@code publish} and {@code verifyLive} of that piece. */
    void resolvePublishIncidents(UUID contentId);

    /** Faults that wait for a manager: failed jobs and incidents. */
    List<FlowIncident> incidents();

    /** Gives the failed job behind an incident a new try. */
    void retry(String incidentId);
}
