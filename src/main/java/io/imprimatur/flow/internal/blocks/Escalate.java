package io.imprimatur.flow.internal.blocks;

import io.imprimatur.flow.TaskReminded;
import io.imprimatur.flow.internal.FlowProperties;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells managers that a task is overdue and raises its priority. They hear of it and do not become candidates: who decides
 * is still the stage's group alone.
 */
@Component("escalate")
final class Escalate implements JavaDelegate {
    private final WaitingTasks waiting;
    private final FlowProperties properties;
    private final ApplicationEventPublisher events;

    Escalate(WaitingTasks waiting, FlowProperties properties, ApplicationEventPublisher events) {
        this.waiting = waiting;
        this.properties = properties;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waiting.behind(execution).forEach(late -> {
            late.entity().setPriority(properties.escalatedPriority());
            events.publishEvent(new TaskReminded(late.task(), true));
        });
    }
}
