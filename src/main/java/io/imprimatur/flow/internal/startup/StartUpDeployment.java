package io.imprimatur.flow.internal.startup;

import io.imprimatur.flow.gate.ModelSummary;
import io.imprimatur.flow.internal.FlowProperties;
import io.imprimatur.flow.internal.approval.EngineWork;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
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

    /**
     * @param models by file name; flows and their forms are one set, since a flow takes the forms deployed with it. A flow or
     *     table of which somebody else deployed the latest version is left out; the others of the set are deployed.
     */
    void deploy(String name, Map<String, byte[]> models) {
        work.<@Nullable Void>asProduct(() -> {
            var ours = new TreeMap<>(models);
            models.forEach((file, bytes) -> {
                if (isSuperseded(bytes)) {
                    log.warn("A manager has deployed a version of {}; the one of this release is not deployed.", file);
                    ours.remove(file);
                }
            });
            if (ours.keySet().stream().anyMatch(StartUpDeployment::isModel)) {
                var deployment =
                        repository.createDeployment().name(name).source(SOURCE).enableDuplicateFiltering(false);
                ours.forEach((file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
                deployment.deploy();
            }
            return null;
        });
    }

    private static boolean isModel(String file) {
        return !file.endsWith(".form");
    }

    private boolean isSuperseded(byte[] file) {
        var model = ModelSummary.of(file);
        var flows = model.stream()
                .flatMap(summary -> summary.flows().keySet().stream())
                .map(key -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult());
        var tables = model.stream()
                .flatMap(summary -> summary.tables().keySet().stream())
                .map(key -> repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult());
        return Stream.<@Nullable ResourceDefinition>concat(flows, tables)
                .filter(Objects::nonNull)
                .anyMatch(latest -> isForeign(latest.getDeploymentId()));
    }

    private boolean isForeign(String deploymentId) {
        return !SOURCE.equals(repository
                .createDeploymentQuery()
                .deploymentId(deploymentId)
                .singleResult()
                .getSource());
    }
}
