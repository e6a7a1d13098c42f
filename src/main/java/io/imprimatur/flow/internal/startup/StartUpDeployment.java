package io.imprimatur.flow.internal.startup;

import io.imprimatur.flow.internal.FlowProperties;
import io.imprimatur.flow.internal.approval.EngineWork;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys the product's own models when they differ from what start-up deployed last, before the first request is
 * answered. A flow or policy that a manager deployed since stays in force.
 */
@Component
final class StartUpDeployment implements SmartInitializingSingleton {
    static final String SOURCE = "start-up";
    private static final Logger log = LoggerFactory.getLogger(StartUpDeployment.class);

    private final EngineWork work;
    private final RepositoryService repository;
    private final ShippedModels shipped;
    private final FlowProperties properties;

    StartUpDeployment(EngineWork work, ProcessEngine engine, ShippedModels shipped, FlowProperties properties) {
        this.work = work;
        this.repository = engine.getRepositoryService();
        this.shipped = shipped;
        this.properties = properties;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (properties.deployAtStart()) {
            shipped.sets().forEach(this::deploy);
        }
    }

    /** @param models by file name; a flow and its forms are one set, since a flow takes the forms deployed with it */
    void deploy(String name, Map<String, byte[]> models) {
        work.<@Nullable Void>asProduct(() -> {
            var last = last(name);
            if (last != null && isSuperseded(last)) {
                log.warn("A manager has deployed a version of {}; the one of this release is not deployed.", name);
            } else {
                var deployment =
                        repository.createDeployment().name(name).source(SOURCE).enableDuplicateFiltering(false);
                models.forEach((file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
                deployment.deploy();
            }
            return null;
        });
    }

    private @Nullable Deployment last(String name) {
        return repository
                .createDeploymentQuery()
                .deploymentName(name)
                .deploymentSource(SOURCE)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private boolean isSuperseded(Deployment last) {
        var flows = repository.createProcessDefinitionQuery().deploymentId(last.getId()).list().stream()
                .map(ProcessDefinition::getKey)
                .map(key -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                        .getDeploymentId());
        var tables = repository.createDecisionDefinitionQuery().deploymentId(last.getId()).list().stream()
                .map(decision -> repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision.getKey())
                        .latestVersion()
                        .singleResult()
                        .getDeploymentId());
        return Stream.concat(flows, tables).anyMatch(this::isForeign);
    }

    private boolean isForeign(String deploymentId) {
        return !SOURCE.equals(repository
                .createDeploymentQuery()
                .deploymentId(deploymentId)
                .singleResult()
                .getSource());
    }
}
