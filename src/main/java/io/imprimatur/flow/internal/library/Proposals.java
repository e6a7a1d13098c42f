package io.imprimatur.flow.internal.library;

import io.imprimatur.audit.Doors;
import io.imprimatur.flow.FlowProposed;
import io.imprimatur.flow.gate.ModelSummary;
import io.imprimatur.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deployments that wait for a second person. */
@Component
class Proposals {
    private final ProposalStore store;
    private final DeploymentLedger ledger;
    private final DeploymentProperties properties;
    private final Doors doors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposals(
            ProposalStore store,
            DeploymentLedger ledger,
            DeploymentProperties properties,
            Doors doors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.properties = properties;
        this.doors = doors;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a proposal whatever becomes of the running transaction, since the engine's own deployment is refused.
     *
     * @param reason null when the door has no place for one
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Proposal keep(String name, Map<String, byte[]> files, @Nullable String reason, String personId) {
        var sha256 = ModelHash.of(files);
        if (store.isOpen(sha256, personId)) {
            throw Refusal.conflict(
                    "already-proposed",
                    "You have proposed exactly this already. It waits for a second person in /flows.");
        }
        if (store.open().size() >= properties.proposalsKept()) {
            throw Refusal.conflict(
                    "too-many-proposals",
                    "Too many proposals wait for a second person. Confirm or decline some in /flows first.");
        }
        var proposal = new Proposal(
                UUID.randomUUID(),
                keyOf(files),
                name.isBlank() ? keyOf(files) : name,
                doors.current().name(),
                reason,
                sha256,
                personId,
                clock.instant(),
                files);
        store.insert(proposal);
        ledger.proposed(proposal);
        events.publishEvent(new FlowProposed(proposal.id(), personId));
        return proposal;
    }

    @Transactional(readOnly = true)
    public List<Proposal> open() {
        return store.open();
    }

    /** Within the caller's transaction, in which nobody else decides on it. */
    Proposal require(UUID id) {
        return store.open(id)
                .orElseThrow(() -> Refusal.notFound(
                        "proposal-not-found", "This proposal does not wait any more; somebody has decided on it."));
    }

    void confirmed(Proposal proposal, String personId) {
        store.close(proposal.id(), "CONFIRMED", personId, clock.instant());
        ledger.confirmed(proposal, personId);
    }

    void declined(Proposal proposal, String personId) {
        store.close(proposal.id(), "DECLINED", personId, clock.instant());
        ledger.declined(proposal, personId);
    }

    /** The flow or table that the files are about: the one that none of them calls. */
    static String keyOf(Map<String, byte[]> files) {
        var summaries = files.entrySet().stream()
                .filter(file -> ModelKind.isModel(file.getKey()))
                .flatMap(file -> ModelSummary.of(file.getValue()).stream())
                .toList();
        return summaries.stream()
                .flatMap(summary -> summary.flow().or(summary::table).stream())
                .filter(key ->
                        summaries.stream().noneMatch(summary -> summary.called().contains(key)))
                .findFirst()
                .orElse("forms");
    }
}
