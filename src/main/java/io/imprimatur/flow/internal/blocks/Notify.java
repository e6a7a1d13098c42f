package io.imprimatur.flow.internal.blocks;

import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.StepReached;
import io.imprimatur.flow.internal.tasks.Step;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the group of the extension property {@code group} that a post has come to this step. */
@Component("notify")
final class Notify implements JavaDelegate {
    private static final String GROUP = "group";
    private final ApplicationEventPublisher events;

    Notify(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var group = Step.of(((ExecutionEntity) execution).getActivity())
                .flatMap(step -> step.property(GROUP))
                .orElseThrow(() -> new IllegalStateException("A step tells a group, and names none"));
        events.publishEvent(new StepReached(
                UUID.fromString((String) execution.getVariable(Variables.CONTENT_ID)),
                ((Number) execution.getVariable(Variables.REVISION)).intValue(),
                group,
                nameOf(execution)));
    }

    /** Modelling tools break long names into lines. */
    private static String nameOf(DelegateExecution execution) {
        @Nullable String name = execution.getCurrentActivityName();
        return name == null ? execution.getCurrentActivityId() : name.strip().replaceAll("\\s+", " ");
    }
}
