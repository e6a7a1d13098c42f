package io.imprimatur.flow.internal.approval;

import io.imprimatur.flow.ContentApproval;
import io.imprimatur.flow.PolicyAnswer;
import io.imprimatur.flow.PolicyTable;
import io.imprimatur.platform.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;

/** Asks the latest deployed version of {@code release-policy}. Every matching row counts, so a row adds and never removes. */
@Component
final class DmnPolicyTable implements PolicyTable {
    private static final String KEY = "release-policy";

    private final EngineWork work;
    private final ProcessEngine engine;

    DmnPolicyTable(EngineWork work, ProcessEngine engine) {
        this.work = work;
        this.engine = engine;
    }

    @Override
    public PolicyAnswer evaluate(String kind, Collection<String> channels) {
        return work.asProduct(() -> answer(Map.of("kind", kind, "channels", new ArrayList<>(channels))));
    }

    private PolicyAnswer answer(Map<String, Object> post) {
        var table = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(KEY)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "policy-missing",
                    "No release policy is deployed, so nothing can go out.");
        }
        var rows = engine.getDecisionService()
                .evaluateDecisionTableById(table.getId())
                .variables(post)
                .evaluate();
        var flows = said(rows.collectEntries("processKey"));
        return new PolicyAnswer(
                flows.isEmpty() ? ContentApproval.KEY : flows.get(flows.size() - 1),
                Set.copyOf(said(rows.collectEntries("stage"))),
                table.getId());
    }

    /** In the order of the rows. */
    private static List<String> said(List<?> column) {
        return column.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
