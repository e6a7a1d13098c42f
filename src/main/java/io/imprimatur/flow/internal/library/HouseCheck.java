package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.gate.FlowCheck;
import io.imprimatur.flow.gate.ModelSummary;
import io.imprimatur.flow.gate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The check of files, and beside it what only the house knows: which flows there are. */
@Component
public class HouseCheck {
    private final FlowCheck check;
    private final ModelFiles deployed;

    HouseCheck(FlowCheck check, ModelFiles deployed) {
        this.check = check;
        this.deployed = deployed;
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
                .filter(key -> !brought.contains(key) && !deployed.exists(key))
                .forEach(key -> violations.add(new Violation(
                        "unknown-flow",
                        name,
                        key,
                        "The table chooses the flow \"" + key
                                + "\", and no such flow is deployed. Deploy it first.")))));
        return violations;
    }
}
