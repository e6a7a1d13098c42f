package io.imprimatur.flow.internal.blocks;

import io.imprimatur.flow.TaskReminded;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reminds the people of a task that it waits. */
@Component("remind")
final class Remind implements JavaDelegate {
    private final WaitingTasks waiting;
    private final ApplicationEventPublisher events;

    Remind(WaitingTasks waiting, ApplicationEventPublisher events) {
        this.waiting = waiting;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waiting.behind(execution).forEach(late -> events.publishEvent(new TaskReminded(late.task(), false)));
    }
}
