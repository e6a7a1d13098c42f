package io.imprimatur.flow.internal.tasks;

import io.imprimatur.flow.TaskTaken;
import io.imprimatur.flow.spi.DraftDesk;
import io.imprimatur.platform.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A review is taken by oneself and for nobody else; a draft stays with its author. */
@Component
final class TaskAssignment implements TaskListener {
    private final FlowTasks tasks;
    private final ObjectProvider<DraftDesk> desk;
    private final ApplicationEventPublisher events;

    TaskAssignment(FlowTasks tasks, ObjectProvider<DraftDesk> desk, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.desk = desk;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        var assigned = tasks.of(task);
        @Nullable String assignee = assigned.assignee();
        if (assigned.isDraft()) {
            if (!desk.getObject().authorOf(assigned.contentId()).equals(assignee)) {
                throw Refusal.forbidden("draft-stays", "A draft stays with its author.");
            }
        } else if (assignee != null
                && !assignee.equals(Context.getCommandContext().getAuthenticatedUserId())) {
            throw Refusal.forbidden("claim-for-another", "You can take a task for yourself only.");
        } else {
            events.publishEvent(new TaskTaken(assigned));
        }
    }
}
