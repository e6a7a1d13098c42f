package io.imprimatur.flow.internal.tasks;

import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.EmailDecision;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.PublicationContract;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the engine's task as the product's. Works only within a command of the engine. */
@Component
public final class FlowTasks {
    public FlowTask of(DelegateTask task) {
        var review = ReviewTask.of((TaskEntity) task);
        var dueAt = task.getDueDate();
        return new FlowTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                review == null ? null : stageOf(task, review),
                review == null ? 1 : review.approvals(),
                contentIdOf(task),
                revisionOf(task),
                task.getAssignee(),
                task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .collect(Collectors.toUnmodifiableSet()),
                task.getCreateTime().toInstant(),
                dueAt == null ? null : new Date(dueAt.getTime()).toInstant(),
                task.getProcessDefinitionId(),
                QuestionTask.of((TaskEntity) task),
                subjectIdOf(task),
                review == null ? EmailDecision.NONE : review.emailDecision());
    }

    private static @Nullable UUID subjectIdOf(DelegateTask task) {
        return task.getVariable(PublicationContract.Variables.SUBJECT_ID) instanceof String id
                ? UUID.fromString(id)
                : null;
    }

    /** An instance of a multi-instance task has its own stage. */
    private static String stageOf(DelegateTask task, ReviewTask review) {
        @Nullable Object own = task.getVariable(Variables.STAGE);
        return own instanceof String stage ? stage : review.stage();
    }

    private static UUID contentIdOf(DelegateTask task) {
        if (task.getVariable(Variables.CONTENT_ID) instanceof String id) {
            return UUID.fromString(id);
        }
        throw new IllegalStateException("A task of a flow without a content id");
    }

    private static int revisionOf(DelegateTask task) {
        return task.getVariable(Variables.REVISION) instanceof Integer revision ? revision : 0;
    }
}
