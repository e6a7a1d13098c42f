package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.internal.approval.EngineWork;
import io.imprimatur.flow.internal.library.DeploymentOrder.Given;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts models in force, each with a name and a reason to it, and after a second person's word where the house wants one. */
@Service
@Transactional
public class Deployments {
    /** Where a deployment from these pages comes from, as the engine notes it. */
    static final String SOURCE = "flows";

    private final EngineWork work;
    private final RepositoryService repository;
    private final HouseCheck check;
    private final ModelFiles files;
    private final Drafts drafts;
    private final Proposals proposals;
    private final DeploymentOrder order;
    private final DeploymentProperties properties;
    private final LoggedDeployments log;

    Deployments(
            EngineWork work,
            ProcessEngine engine,
            HouseCheck check,
            ModelFiles files,
            Drafts drafts,
            Proposals proposals,
            DeploymentOrder order,
            DeploymentProperties properties,
            LoggedDeployments log) {
        this.work = work;
        this.repository = engine.getRepositoryService();
        this.check = check;
        this.files = files;
        this.drafts = drafts;
        this.proposals = proposals;
        this.order = order;
        this.properties = properties;
        this.log = log;
    }

    /**
     * What became of an order to deploy.
     *
     * @param key of the flow or table
     * @param definitionId the version that is in force now; null when it waits for a second person
     * @param proposal what waits for a second person; null when it is in force
     */
    public record Outcome(String key, @Nullable String definitionId, @Nullable UUID proposal) {}

    /**
     * Deploys a draft, which then is no draft any more.
     *
     * @throws ModelRefused when the check refuses it
     * @throws Refusal without a reason
     */
    public Outcome deploy(UUID draftId, String reason, Person person) {
        var draft = drafts.get(draftId);
        var model = draft.xml().getBytes(StandardCharsets.UTF_8);
        var outcome =
                order(draft.name(), files.completed(Map.of(draft.kind().fileOf(draft.key()), model)), reason, person);
        drafts.discard(draftId);
        return outcome;
    }

    /**
     * Puts an older version in force again, as a new one.
     *
     * @throws ModelRefused when the check refuses it by now
     */
    public Outcome rollBack(String definitionId, String reason, Person person) {
        return order("Back to " + files.nameOf(definitionId), files.ownFiles(definitionId), reason, person);
    }

    @Transactional(readOnly = true)
    public List<Proposal> proposals() {
        return proposals.open();
    }

    /** @throws Refusal (404, {@code proposal-not-found}) */
    public Proposal proposal(UUID id) {
        return proposals.require(id);
    }

    /**
     * Puts a proposal in force.
     *
     * @param reason needed when the proposal has none
     * @throws Refusal to whoever made the proposal
     */
    public Outcome confirm(UUID id, String reason, Person person) {
        var proposal = proposals.require(id);
        if (proposal.proposedBy().equals(person.id())) {
            throw Refusal.forbidden("own-proposal", "You made this proposal, so somebody else must confirm it.");
        }
        if (!person.isIn(Groups.MANAGERS) && !person.isIn(Groups.COMPLIANCE)) {
            throw Refusal.forbidden("not-a-confirmer", "A manager or somebody of compliance confirms a deployment.");
        }
        var proposed = proposal.reason();
        var given = new Given(proposal.proposedBy(), person.id(), proposed == null ? required(reason) : proposed);
        requireAccepted(proposal.files(), given);
        proposals.confirmed(proposal, person.id());
        return put(proposal.key(), proposal.name(), proposal.files(), given);
    }

    /** Whoever made it may take it back, and others may decline it. */
    public void decline(UUID id, Person person) {
        proposals.declined(proposals.require(id), person.id());
    }

    private Outcome order(String name, Map<String, byte[]> files, String reason, Person person) {
        if (!person.isIn(Groups.MANAGERS)) {
            throw Refusal.forbidden("not-a-manager", "Only managers deploy flows.");
        }
        var given = new Given(person.id(), null, required(reason));
        requireAccepted(files, given);
        var key = Proposals.keyOf(files);
        if (properties.confirmationRequired()) {
            return new Outcome(
                    key,
                    null,
                    proposals.keep(name, files, given.reason(), person.id()).id());
        }
        return put(key, name, files, given);
    }

    private void requireAccepted(Map<String, byte[]> files, Given given) {
        var violations = check.check(files);
        if (!violations.isEmpty()) {
            order.during(given, () -> {
                log.refused(files, violations);
                return true;
            });
            throw new ModelRefused(violations);
        }
    }

    private Outcome put(String key, String name, Map<String, byte[]> files, Given given) {
        Supplier<DeploymentWithDefinitions> deploying = () -> work.asProduct(() -> {
            var deployment = repository.createDeployment().name(name).source(SOURCE);
            files.forEach((file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
            return deployment.deployWithResult();
        });
        return new Outcome(key, definition(order.during(given, deploying), key), null);
    }

    private static @Nullable String definition(DeploymentWithDefinitions deployed, String key) {
        var flows = deployed.getDeployedProcessDefinitions();
        var tables = deployed.getDeployedDecisionDefinitions();
        if (flows != null) {
            for (var flow : flows) {
                if (flow.getKey().equals(key)) {
                    return flow.getId();
                }
            }
        }
        if (tables != null) {
            for (var table : tables) {
                if (table.getKey().equals(key)) {
                    return table.getId();
                }
            }
        }
        return null;
    }

    private String required(String reason) {
        var stripped = reason.strip();
        if (stripped.isEmpty()) {
            throw Refusal.invalid("reason-missing", "Say why, so that the record can tell it later.")
                    .about("reason");
        }
        if (stripped.length() > properties.reasonMaxCharacters()) {
            throw Refusal.invalid(
                            "reason-too-long",
                            "A reason has at most " + properties.reasonMaxCharacters() + " characters.")
                    .about("reason");
        }
        return stripped;
    }
}
