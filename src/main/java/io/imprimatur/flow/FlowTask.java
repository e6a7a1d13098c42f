package io.imprimatur.flow;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user task that waits for somebody.
 *
 * @param id the engine's id of the task
 * @param elementId id of the model's element, such as {@code legalReview}
 * @param name what Tasklist calls it
 * @param stage the review stage, or null for {@code draft}
 * @param approvalsNeeded how many different people must approve at this stage
 * @param revision the revision that the task is about
 * @param assignee who has claimed it
 * @param processDefinition id of the process definition with its version
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
        String processDefinition) {
    public FlowTask {
        candidateGroups = Set.copyOf(candidateGroups);
    }
}
