package io.imprimatur.flow.internal.blocks;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.internal.tasks.FlowTasks;
import java.util.List;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.stereotype.Component;

/** Finds the tasks whose boundary timer led to where a reminder or escalation stands. */
@Component
final class WaitingTasks {
    private final FlowTasks flowTasks;

    WaitingTasks(FlowTasks flowTasks) {
        this.flowTasks = flowTasks;
    }

    record Waiting(TaskEntity entity, FlowTask task) {}

    List<Waiting> behind(DelegateExecution execution) {
        var activity = (ActivityImpl) ((ExecutionEntity) execution).getActivity();
        var watched = activity.getIncomingTransitions().stream()
                .map(PvmTransition::getSource)
                .map(ActivityImpl.class::cast)
                .map(boundary -> boundary.getEventScope().getId())
                .map(WaitingTasks::withoutBody)
                .toList();
        return Context.getCommandContext()
                .getTaskManager()
                .findTasksByProcessInstanceId(execution.getProcessInstanceId())
                .stream()
                .filter(task -> watched.contains(task.getTaskDefinitionKey()))
                .map(task -> new Waiting(task, flowTasks.of(task)))
                .toList();
    }

    private static String withoutBody(String id) {
        var body = "#" + ActivityTypes.MULTI_INSTANCE_BODY;
        return id.endsWith(body) ? id.substring(0, id.length() - body.length()) : id;
    }
}
