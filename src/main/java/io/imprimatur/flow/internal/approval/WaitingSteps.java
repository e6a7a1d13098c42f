package io.imprimatur.flow.internal.approval;

import io.imprimatur.flow.internal.tasks.Step;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/** Finds where flows wait by the building block that stands there. Works only within a command of the engine. */
@Component
final class WaitingSteps {
    private final RuntimeService runtime;
    private final ManagementService management;

    WaitingSteps(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
    }

    /** Executions that have entered such a step and wait there, also in called flows; before that their job is still to run. */
    List<Execution> at(String block, UUID businessKey) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(businessKey.toString()).list().stream()
                .filter(execution -> Step.of(((ExecutionEntity) execution).getActivity())
                        .filter(step -> step.block().equals(block))
                        .isPresent())
                .filter(this::hasNoJob)
                .toList();
    }

    /** A timer at the step's edge is no reason to think that it was not entered. */
    private boolean hasNoJob(Execution execution) {
        return management
                        .createJobQuery()
                        .executionId(execution.getId())
                        .messages()
                        .count()
                == 0;
    }
}
