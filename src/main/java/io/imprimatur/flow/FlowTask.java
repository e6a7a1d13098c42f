package io.imprimatur.flow;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user task that waits for somebody.
 *
 * @param id the engine's id of the task
 * @param elementId id of the model's element: whoever draws a flow chooses it
 * @param name what Tasklist calls it
 * @param stage the review stage; null for a draft and for questions
 * @param question what is asked about a publication; null for all other tasks
 * @param subjectId the publication or withdrawal that the question is about
 * @param approvalsNeeded how many different people must approve at this stage
 * @param revision the revision that the task is about
 * @param assignee who has claimed it
 * @param processDefinition id of the process definition with its version
 * @param emailDecision what mail may do there
 */
public record FlowTask(
        String id,
        String elementId,
        String name,
        @Nullable String stage,
        int approvalsNeeded,
        UUID contentId,
        int revision,
        @Nullable String assignee,
        Set<String> candidateGroups,
        Instant createdAt,
        @Nullable Instant dueAt,
        String processDefinition,
        @Nullable Question question,
        @Nullable UUID subjectId,
        EmailDecision emailDecision) {
    public FlowTask {
        candidateGroups = Set.copyOf(candidateGroups);
    }

    /** A task of the approval flow. */
    public FlowTask(
            String id,
            String elementId,
            String name,
            @Nullable String stage,
            int approvalsNeeded,
            UUID contentId,
            int revision,
            @Nullable String assignee,
            Set<String> candidateGroups,
            Instant createdAt,
            @Nullable Instant dueAt,
            String processDefinition) {
        this(
                id,
                elementId,
                name,
                stage,
                approvalsNeeded,
                contentId,
                revision,
                assignee,
                candidateGroups,
                createdAt,
                dueAt,
                processDefinition,
                null,
                null,
                EmailDecision.NONE);
    }

    /** Whether it is the author's own. */
    public boolean isDraft() {
        return stage == null && question == null;
    }
}
