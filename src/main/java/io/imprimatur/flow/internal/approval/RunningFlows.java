package io.imprimatur.flow.internal.approval;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.flow.ContentApproval.Messages;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.platform.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * The flow of a piece, and the flows that it calls: all have the piece's id as their business key. Works only within a
 * command of the engine.
 */
@Component
final class RunningFlows {
    private final FlowRoutes routes;
    private final RuntimeService runtime;
    private final Ledger ledger;

    RunningFlows(FlowRoutes routes, ProcessEngine engine, Ledger ledger) {
        this.routes = routes;
        this.runtime = engine.getRuntimeService();
        this.ledger = ledger;
    }

    void start(UUID contentId, int revision, PolicyQuestion post) {
        start(contentId, revision, routes.flowFor(post));
    }

    /** Moves a piece that waits at its draft and nowhere else when the policy names another flow. */
    void draftRevised(UUID contentId, int revision, String authorId, PolicyQuestion post) {
        var wanted = routes.flowFor(post);
        var current = root(contentId).filter(flow -> !keyOf(flow).equals(wanted.getKey()));
        if (current.isPresent() && waitsAtOnePlace(contentId)) {
            runtime.deleteProcessInstance(current.get().getId(), "moved");
            start(contentId, revision, wanted);
            ledger.record(LedgerEntry.aboutContent(authorId, "FLOW_CHANGED", contentId)
                    .processDefinition(wanted.getId())
                    .detail("from", current.get().getProcessDefinitionId()));
        } else {
            noteRevision(contentId, revision);
        }
    }

    boolean waitsForRevision(UUID contentId) {
        return waiting(contentId).count() > 0;
    }

    /** The outermost place that waits for a new revision hears of it: everything within it begins again. */
    void revised(UUID contentId, int revision) {
        var outermost = waiting(contentId).list().stream()
                .min(Comparator.comparingInt(RunningFlows::depth))
                .orElseThrow(() -> Refusal.conflict(
                        "not-submittable", "This post cannot be handed in now: it is neither a draft nor in review."));
        noteRevision(contentId, revision);
        runtime.messageEventReceived(Messages.REVISED, outermost.getId());
    }

    /** Ends the flow of that piece with all that it called; does nothing when there is none. */
    void end(UUID contentId, String reason) {
        root(contentId).ifPresent(flow -> runtime.deleteProcessInstance(flow.getId(), reason));
    }

    private void start(UUID contentId, int revision, ProcessDefinition flow) {
        runtime.createProcessInstanceById(flow.getId())
                .businessKey(contentId.toString())
                .setVariables(Map.of(Variables.CONTENT_ID, contentId.toString(), Variables.REVISION, revision))
                .execute();
    }

    private void noteRevision(UUID contentId, int revision) {
        all(contentId).forEach(flow -> runtime.setVariable(flow.getId(), Variables.REVISION, revision));
    }

    private boolean waitsAtOnePlace(UUID contentId) {
        return all(contentId).stream()
                .allMatch(flow -> runtime.getActiveActivityIds(flow.getId()).size() == 1);
    }

    private Optional<ProcessInstance> root(UUID contentId) {
        return all(contentId).stream()
                .filter(flow -> flow.getId().equals(flow.getRootProcessInstanceId()))
                .findFirst();
    }

    private List<ProcessInstance> all(UUID contentId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(contentId.toString())
                .list();
    }

    private ExecutionQuery waiting(UUID contentId) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(contentId.toString())
                .messageEventSubscriptionName(Messages.REVISED);
    }

    private static String keyOf(ProcessInstance flow) {
        return ((ExecutionEntity) flow).getProcessDefinition().getKey();
    }

    private static int depth(Execution execution) {
        var depth = 0;
        for (var each = (ExecutionEntity) execution; each != null; depth++) {
            each = each.getParent() == null ? each.getSuperExecution() : each.getParent();
        }
        return depth;
    }
}
