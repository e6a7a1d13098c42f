package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.StageGroups;
import io.imprimatur.flow.gate.FlowCheck;
import io.imprimatur.flow.gate.ModelSummary;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.identity.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The check of files, and beside it what only the house knows: which flows there are, and who there is to review. */
@Component
public class HouseCheck {
    private final FlowCheck check;
    private final ModelFiles deployed;
    private final People people;

    HouseCheck(FlowCheck check, ModelFiles deployed, People people) {
        this.check = check;
        this.deployed = deployed;
        this.people = people;
    }

    /** @param files what is deployed together, by file name */
    public List<Violation> check(Map<String, byte[]> files) {
        var violations = new ArrayList<>(check.check(files));
        violations.addAll(ofTheHouse(files));
        return List.copyOf(violations);
    }

    /** What only the house knows. */
    List<Violation> ofTheHouse(Map<String, byte[]> files) {
        var summaries = summaries(files);
        var violations = new ArrayList<>(unknown(summaries));
        violations.addAll(emptyGroups(summaries));
        return violations;
    }

    /** Flows that a table chooses and that there are not. */
    List<Violation> unknownFlows(Map<String, byte[]> files) {
        return unknown(summaries(files));
    }

    private static Map<String, ModelSummary> summaries(Map<String, byte[]> files) {
        var summaries = new LinkedHashMap<String, ModelSummary>();
        files.forEach((name, bytes) -> ModelSummary.of(bytes).ifPresent(summary -> summaries.put(name, summary)));
        return summaries;
    }

    private List<Violation> unknown(Map<String, ModelSummary> summaries) {
        var brought = new TreeSet<String>();
        summaries.values().forEach(summary -> brought.addAll(summary.flows().keySet()));
        var violations = new ArrayList<Violation>();
        summaries.forEach((name, summary) -> summary.chosen().stream()
                .sorted()
                .filter(key -> !brought.contains(key) && !deployed.exists(key))
                .forEach(key -> violations.add(new Violation(
                        "unknown-flow",
                        name,
                        key,
                        "The table chooses the flow \"" + key
                                + "\", and no such flow is deployed. Deploy it first."))));
        return violations;
    }

    /** Reviews that nobody of this house may work on, in a flow or by a table: a post would wait there for ever. */
    private List<Violation> emptyGroups(Map<String, ModelSummary> summaries) {
        var violations = new ArrayList<Violation>();
        summaries.forEach((name, summary) -> summary.stages().forEach((stage, element) -> {
            var group = StageGroups.of(stage);
            if (people.inGroup(group).isEmpty()) {
                violations.add(new Violation(
                        "empty-group",
                        name,
                        element,
                        "Nobody is in the group \"" + group + "\", which reviews the stage \"" + stage
                                + "\": a post would wait for it for ever. Put somebody into the group first."));
            }
        }));
        return violations;
    }
}
