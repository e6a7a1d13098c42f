package io.imprimatur.flow.internal.tasks;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.StageGroups;
import io.imprimatur.flow.TaskOpened;
import io.imprimatur.flow.internal.FlowProperties;
import io.imprimatur.flow.spi.DraftDesk;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a new task what every task has: its author, or its due date and a review its group; and tells that it waits. */
@Component
final class TaskOpening implements TaskListener {
    private final FlowTasks tasks;
    private final FlowProperties properties;
    private final ObjectProvider<DraftDesk> desk;
    private final ApplicationEventPublisher events;

    TaskOpening(
            FlowTasks tasks,
            FlowProperties properties,
            ObjectProvider<DraftDesk> desk,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.properties = properties;
        this.desk = desk;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        var opened = tasks.of(task);
        if (opened.isDraft()) {
            task.setAssignee(desk.getObject().authorOf(opened.contentId()));
        } else {
            complete(task, opened);
        }
        events.publishEvent(new TaskOpened(tasks.of(task)));
    }

    /** What the model may leave out: the group of a review is its stage's. */
    private void complete(DelegateTask task, FlowTask opened) {
        if (task.getDueDate() == null) {
            task.setDueDate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(properties.escalationAfter())));
        }
        if (opened.stage() != null && opened.candidateGroups().isEmpty()) {
            task.addCandidateGroup(StageGroups.of(opened.stage()));
        }
    }
}
