package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.gate.FlowCheck;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.flow.internal.door.Doorway;
import io.imprimatur.platform.Refusal;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Stands before every deployment, whichever door it comes through. */
@Component
final class ModelGate implements Deployer {
    private final FlowCheck check;
    private final Doorway doorway;
    private final ObjectProvider<DeploymentGuard> guards;

    ModelGate(FlowCheck check, Doorway doorway, ObjectProvider<DeploymentGuard> guards) {
        this.check = check;
        this.doorway = doorway;
        this.guards = guards;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // what passed once is only loaded into the engine's cache again
            return;
        }
        var files = completed(deployment);
        var violations = new ArrayList<>(check.check(files));
        guards.forEach(guard -> violations.addAll(guard.violations(files)));
        if (!violations.isEmpty()) {
            guards.forEach(guard -> guard.refused(files, violations));
            throw Refusal.invalid(
                    "model-refused",
                    "This cannot be deployed. "
                            + violations.stream().map(Violation::sentence).collect(Collectors.joining(" ")));
        }
        if (doorway.isOpen()) {
            guards.forEach(guard -> guard.broughtFromOutside(DeployedModels.nameOf(deployment), files));
        }
    }

    /** A modelling tool sends the flow alone; what it needs beside itself is taken as it is in force. */
    private Map<String, byte[]> completed(DeploymentEntity deployment) {
        Map<String, byte[]> files = deployment.getResources().values().stream()
                .collect(Collectors.toMap(ResourceEntity::getName, ResourceEntity::getBytes));
        for (var guard : guards) {
            guard.completed(files).forEach((name, bytes) -> {
                if (files.putIfAbsent(name, bytes) == null) {
                    add(deployment, name, bytes);
                }
            });
        }
        return files;
    }

    private static void add(DeploymentEntity deployment, String name, byte[] bytes) {
        var resource = new ResourceEntity();
        resource.setName(name);
        resource.setBytes(bytes);
        resource.setDeploymentId(deployment.getId());
        resource.setGenerated(false);
        Context.getCommandContext().getResourceManager().insertResource(resource);
        deployment.addResource(resource);
    }
}
