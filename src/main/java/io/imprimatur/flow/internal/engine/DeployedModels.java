package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.internal.engine.DeploymentGuard.Deployed;
import io.imprimatur.flow.internal.engine.DeploymentGuard.Model;
import io.imprimatur.platform.Sha256;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Stands behind every deployment and tells what it brought. */
@Component
final class DeployedModels implements Deployer {
    private final ObjectProvider<DeploymentGuard> guards;

    DeployedModels(ObjectProvider<DeploymentGuard> guards) {
        this.guards = guards;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var definitions = new ArrayList<ResourceDefinition>();
        addAll(definitions, deployment.getDeployedArtifacts(ProcessDefinitionEntity.class));
        addAll(definitions, deployment.getDeployedArtifacts(DecisionDefinitionEntity.class));
        var models = definitions.stream()
                .map(definition -> new Model(
                        definition.getKey(),
                        definition.getId(),
                        Sha256.hex(deployment
                                .getResource(definition.getResourceName())
                                .getBytes())))
                .toList();
        guards.forEach(guard -> guard.deployed(new Deployed(deployment.getId(), nameOf(deployment), models)));
    }

    static String nameOf(DeploymentEntity deployment) {
        @Nullable String name = deployment.getName();
        return name == null ? "" : name;
    }

    private static void addAll(List<ResourceDefinition> all, @Nullable List<? extends ResourceDefinition> more) {
        if (more != null) {
            all.addAll(more);
        }
    }
}
