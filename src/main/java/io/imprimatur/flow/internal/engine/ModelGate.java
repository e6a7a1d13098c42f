package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.gate.FlowCheck;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.platform.Refusal;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/** Stands before every deployment, whichever door it comes through. */
@Component
final class ModelGate implements Deployer {
    private final FlowCheck check;

    ModelGate(FlowCheck check) {
        this.check = check;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // what passed once is only loaded into the engine's cache again
            return;
        }
        Map<String, byte[]> files = deployment.getResources().values().stream()
                .collect(Collectors.toMap(ResourceEntity::getName, ResourceEntity::getBytes));
        var violations = check.check(files);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(
                    "model-refused",
                    "This cannot be deployed. "
                            + violations.stream().map(Violation::sentence).collect(Collectors.joining(" ")));
        }
    }
}
