package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.gate.FlowCheck;
import io.imprimatur.flow.gate.ModelSummary;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.flow.internal.approval.EngineWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The check of files, and beside it what only the house knows: which flows there are. */
@Component
public class HouseCheck {
    private final FlowCheck check;
    private final EngineWork work;
    private final RepositoryService repository;

    HouseCheck(FlowCheck check, EngineWork work, ProcessEngine engine) {
        this.check = check;
        this.work = work;
        this.repository = engine.getRepositoryService();
    }

    /** @param files what is deployed together, by file name */
    public List<Violation> check(Map<String, byte[]> files) {
        var violations = new ArrayList<>(check.check(files));
        violations.addAll(unknownFlows(files));
        return List.copyOf(violations);
    }

    /** Flows that a table chooses and that there are not. */
    List<Violation> unknownFlows(Map<String, byte[]> files) {
        var brought = new TreeSet<String>();
        files.values().forEach(bytes -> ModelSummary.of(bytes)
                .ifPresent(summary -> brought.addAll(summary.flows().keySet())));
        var violations = new ArrayList<Violation>();
        files.forEach((name, bytes) -> ModelSummary.of(bytes).ifPresent(summary -> summary.chosen().stream()
                .sorted()
                .filter(key -> !brought.contains(key) && !isDeployed(key))
                .forEach(key -> violations.add(new Violation(
                        "unknown-flow",
                        name,
                        key,
                        "The table chooses the flow \"" + key + "\", and no such flow is deployed. Deploy it first.")))));
        return violations;
    }

    private boolean isDeployed(String key) {
        return work.asProduct(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .count()) > 0;
    }
}
