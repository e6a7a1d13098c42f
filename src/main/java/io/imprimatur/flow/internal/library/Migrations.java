package io.imprimatur.flow.internal.library;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.gate.FlowCheck;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.flow.internal.approval.EngineWork;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running posts from one version of a flow to another. The check is asked about the combination: what a post has
 * behind it in the old version, and what lies before it in the new one.
 */
@Service
public class Migrations {
    private final EngineWork work;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final FlowCheck check;
    private final ModelFiles files;
    private final FlowVersions versions;
    private final Ledger ledger;
    private final DeploymentProperties properties;
    private final TransactionTemplate transaction;

    Migrations(
            EngineWork work,
            ProcessEngine engine,
            FlowCheck check,
            ModelFiles files,
            FlowVersions versions,
            Ledger ledger,
            DeploymentProperties properties,
            PlatformTransactionManager transactions) {
        this.work = work;
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.check = check;
        this.files = files;
        this.versions = versions;
        this.ledger = ledger;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many posts were moved, and how many stayed where they were. */
    public record Moved(int moved, int stayed) {}

    /** @throws Refusal when the two are no versions of one flow */
    public MigrationPreview preview(String fromId, String toId) {
        var from = versions.get(fromId);
        var to = versions.get(toId);
        if (!from.key().equals(to.key()) || fromId.equals(toId)) {
            throw Refusal.invalid("not-the-same-flow", "Posts are moved between two versions of one flow.");
        }
        return work.asProduct(() -> {
            var mapping = mapping(plan(fromId, toId));
            var unmapped = new LinkedHashMap<String, Integer>();
            int movable = 0;
            for (var instance : running(fromId)) {
                var stuck = new LinkedHashSet<>(places(runtime.getActivityInstance(instance.getId())));
                stuck.removeAll(mapping.keySet());
                stuck.forEach(place -> unmapped.merge(place, 1, Integer::sum));
                movable += stuck.isEmpty() ? 1 : 0;
            }
            var model = repository.getBpmnModelInstance(fromId);
            var places = unmapped.entrySet().stream()
                    .map(each -> new MigrationPreview.Place(
                            each.getKey(),
                            nameOf(model.getModelElementById(each.getKey()), each.getKey()),
                            each.getValue()))
                    .toList();
            return new MigrationPreview(from, to, movable, places, violations(from, to, mapping));
        });
    }

    /**
     * Moves every post that can be moved, each in a transaction of its own.
     *
     * @throws ModelRefused when a moved post could break a promise
     */
    public Moved move(String fromId, String toId, Person person) {
        if (!person.isIn(Groups.MANAGERS)) {
            throw Refusal.forbidden("not-a-manager", "Only managers move posts to another version of a flow.");
        }
        var preview = preview(fromId, toId);
        if (!preview.violations().isEmpty()) {
            throw new ModelRefused(preview.violations());
        }
        int moved = 0;
        List<String> ids = work.asProduct(
                () -> running(fromId).stream().map(ProcessInstance::getId).toList());
        for (var id : ids) {
            moved += moveOne(id, fromId, toId, person) ? 1 : 0;
        }
        return new Moved(moved, ids.size() - moved);
    }

    /** Posts that wait where the other version has nothing are not moved, so they break nothing. */
    private List<Violation> violations(FlowVersion from, FlowVersion to, Map<String, String> mapping) {
        return check
                .checkMoved(files.ownFiles(from.definitionId()), files.ownFiles(to.definitionId()), from.key(), mapping)
                .stream()
                .filter(violation -> !violation.rule().equals(Violation.NOT_MAPPED))
                .toList();
    }

    private boolean moveOne(String instanceId, String fromId, String toId, Person person) {
        try {
            transaction.executeWithoutResult(status -> work.<Boolean>asProduct(() -> {
                var contentId = runtime.getVariable(instanceId, Variables.CONTENT_ID);
                runtime.newMigration(plan(fromId, toId))
                        .processInstanceIds(instanceId)
                        .skipCustomListeners()
                        .skipIoMappings()
                        .execute();
                ledger.record(LedgerEntry.aboutContent(
                                person.id(), "FLOW_MIGRATED", UUID.fromString(String.valueOf(contentId)))
                        .processDefinition(toId)
                        .detail("from", fromId));
                return true;
            }));
            return true;
        } catch (ProcessEngineException waitsWhereTheOtherVersionHasNothing) {
            return false;
        }
    }

    private MigrationPlan plan(String fromId, String toId) {
        return runtime.createMigrationPlan(fromId, toId)
                .mapEqualActivities()
                .updateEventTriggers()
                .build();
    }

    private static Map<String, String> mapping(MigrationPlan plan) {
        return plan.getInstructions().stream()
                .filter(instruction -> !instruction.getSourceActivityId().contains("#"))
                .collect(Collectors.toMap(
                        MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId));
    }

    private List<ProcessInstance> running(String definitionId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionId(definitionId)
                .listPage(0, properties.migrationMaxPosts());
    }

    /** Ids of the elements in which a token stands, scopes around it included. */
    private static Set<String> places(ActivityInstance tree) {
        var places = new LinkedHashSet<String>();
        var open = new ArrayList<>(List.of(tree));
        while (!open.isEmpty()) {
            var each = open.remove(open.size() - 1);
            if (each.getParentActivityInstanceId() != null) {
                places.add(each.getActivityId().replaceFirst("#.*", ""));
            }
            for (var transition : each.getChildTransitionInstances()) {
                places.add(transition.getActivityId().replaceFirst("#.*", ""));
            }
            open.addAll(List.of(each.getChildActivityInstances()));
        }
        return places;
    }

    private static String nameOf(@Nullable ModelElementInstance element, String otherwise) {
        var name = element == null ? null : element.getAttributeValue("name");
        return name == null || name.isBlank() ? otherwise : name;
    }
}
