package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.internal.approval.EngineWork;
import io.imprimatur.platform.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** What is deployed: flows and tables with their versions, who put them in force and why, and how many posts run on each. */
@Component
public class FlowVersions {
    private final EngineWork work;
    private final RepositoryService repository;
    private final ManagementService management;
    private final ModelFiles files;
    private final DeploymentLog log;
    private final DeploymentProperties properties;

    FlowVersions(
            EngineWork work,
            ProcessEngine engine,
            ModelFiles files,
            DeploymentLog log,
            DeploymentProperties properties) {
        this.work = work;
        this.repository = engine.getRepositoryService();
        this.management = engine.getManagementService();
        this.files = files;
        this.log = log;
        this.properties = properties;
    }

    /** A flow or table by its version in force, with the posts that run on all of its versions. */
    public record Overview(ModelKind kind, FlowVersion inForce, int runningOnAll) {}

    /** All flows, then all tables, each by its name. */
    public List<Overview> all() {
        return work.asProduct(() -> {
            var statistics = management.createProcessDefinitionStatisticsQuery().list();
            var running = byDefinition(statistics);
            var flows = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                    .map(flow -> new Overview(
                            ModelKind.FLOW,
                            read(flow, running, log.of(flow.getKey())),
                            onAllVersions(flow.getKey(), statistics)));
            var tables = repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                    .map(table -> new Overview(ModelKind.TABLE, read(table, running, log.of(table.getKey())), 0));
            var byName = Comparator.comparing((Overview each) -> each.inForce().name());
            return Stream.concat(flows.sorted(byName), tables.sorted(byName)).toList();
        });
    }

    /**
     * Versions of that key, newest first, and as many as configuration shows.
     *
     * @throws Refusal (404, {@code flow-not-found})
     */
    public List<FlowVersion> of(String key) {
        var versions = versions(key);
        if (versions.isEmpty()) {
            throw Refusal.notFound("flow-not-found", "There is no flow or table of that name.");
        }
        return versions;
    }

    /** The newest version of that key; empty when there is none yet. */
    public Optional<FlowVersion> inForce(String key) {
        return versions(key).stream().findFirst();
    }

    /** Whether that key is a flow's or a table's. */
    public ModelKind kindOf(String key) {
        return work.asProduct(() -> flows(key).isEmpty() ? ModelKind.TABLE : ModelKind.FLOW);
    }

    /** @throws Refusal (404, {@code version-not-found}) */
    public FlowVersion get(String definitionId) {
        return of(files.keyOf(definitionId)).stream()
                .filter(version -> version.definitionId().equals(definitionId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("version-not-found", "There is no such version of a flow."));
    }

    private List<FlowVersion> versions(String key) {
        return work.asProduct(() -> {
            var running = byDefinition(
                    management.createProcessDefinitionStatisticsQuery().list());
            var entries = log.of(key);
            return Stream.<ResourceDefinition>concat(flows(key).stream(), tables(key).stream())
                    .map(definition -> read(definition, running, entries))
                    .toList();
        });
    }

    private List<ProcessDefinition> flows(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, properties.versionsShown());
    }

    private List<DecisionDefinition> tables(String key) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .orderByDecisionDefinitionVersion()
                .desc()
                .listPage(0, properties.versionsShown());
    }

    private static Map<String, Integer> byDefinition(List<ProcessDefinitionStatistics> statistics) {
        return statistics.stream()
                .collect(Collectors.toMap(
                        ProcessDefinitionStatistics::getId, ProcessDefinitionStatistics::getInstances));
    }

    private static int onAllVersions(String key, List<ProcessDefinitionStatistics> statistics) {
        return statistics.stream()
                .filter(each -> each.getKey().equals(key))
                .mapToInt(ProcessDefinitionStatistics::getInstances)
                .sum();
    }

    private FlowVersion read(
            ResourceDefinition definition, Map<String, Integer> running, Map<String, DeploymentEntry> entries) {
        var entry = entries.get(definition.getId());
        var name = definition.getName();
        return new FlowVersion(
                definition.getId(),
                definition.getKey(),
                name == null ? definition.getKey() : name,
                definition.getVersion(),
                entry == null ? deployedAt(definition) : entry.at(),
                running.getOrDefault(definition.getId(), 0),
                entry == null ? null : entry.author(),
                entry == null ? null : entry.confirmer(),
                entry == null ? null : entry.reason());
    }

    private Instant deployedAt(ResourceDefinition definition) {
        Date at = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getDeploymentTime();
        return at.toInstant();
    }
}
