package io.imprimatur.publishing.internal;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.Publications;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers see and do. Each act and its ledger entry are one transaction; the worker does the rest. */
@Service
class ManagedPublications implements Publications {
    private final PublicationRows rows;
    private final Transitions transitions;
    private final ApprovalFlow flow;
    private final People people;
    private final WakeUp wakeUp;

    ManagedPublications(
            PublicationRows rows, Transitions transitions, ApprovalFlow flow, People people, WakeUp wakeUp) {
        this.rows = rows;
        this.transitions = transitions;
        this.flow = flow;
        this.people = people;
        this.wakeUp = wakeUp;
    }

    @Override
    public List<Publication> ofContent(UUID contentId) {
        return rows.ofContent(contentId).stream().map(Row::publication).toList();
    }

    @Override
    public List<Publication> troubled() {
        return rows.needingPerson().stream().map(Row::publication).toList();
    }

    @Override
    @Transactional
    public void tryAgain(UUID publicationId, String managerId) {
        var row = stopped(publicationId, managerId);
        var again =
                switch (row.state()) {
                    case FAILED -> Change.of(row, PublicationState.CLAIMED).attempts(0);
                    case UNKNOWN, WITHDRAWING -> Change.of(row, row.state());
                    default -> Change.of(row, PublicationState.PUBLISHED);
                };
        make(row, again.looks(0).dueIn(Duration.ZERO), managerId, "try-again");
    }

    @Override
    @Transactional
    public void settleUnknown(UUID publicationId, boolean live, String managerId) {
        var row = stopped(publicationId, managerId);
        if (row.state() == PublicationState.UNKNOWN) {
            make(row, live ? known(row) : notLive(row), managerId, live ? "is-live" : "is-not-live");
        } else if (row.state() == PublicationState.WITHDRAWING && !live) {
            rows.takenDownByHand(row.id());
            make(row, Change.of(row, row.state()).looks(0).dueIn(Duration.ZERO), managerId, "taken-down-by-hand");
        } else if ((row.state().live() || row.state() == PublicationState.REMOVED_EXTERNALLY) && live) {
            var problem = String.valueOf(row.publication().problem());
            make(row, Change.of(row, row.state()).because(problem).accept(), managerId, "keep");
        } else {
            throw Refusal.conflict(
                    "publication-settled",
                    "It is already known whether this post is live; this cannot be changed here.");
        }
    }

    private static Change known(Row row) {
        return Change.of(row, PublicationState.PUBLISHED).looks(0).reported();
    }

    private static Change notLive(Row row) {
        return Change.of(row, PublicationState.CLAIMED).attempts(0).looks(0).dueIn(Duration.ZERO);
    }

    private Row stopped(UUID publicationId, String managerId) {
        if (people.findActive(managerId)
                .filter(person -> person.isIn(Groups.MANAGERS) || person.isIn(Groups.COMPLIANCE))
                .isEmpty()) {
            throw Refusal.forbidden(
                    "managers-only", "Only managers and compliance may decide about posts that stopped.");
        }
        var known = rows.find(publicationId)
                .orElseThrow(() -> Refusal.notFound("publication-not-found", "There is no such publication."));
        return rows.lock(known.contentId(), known.revision()).stream()
                .filter(row ->
                        row.id().equals(publicationId) && row.publication().needsPerson())
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(
                        "publication-not-stopped",
                        "This publication does not wait for a manager any more; somebody may have been faster."));
    }

    private void make(Row row, Change change, String managerId, String act) {
        if (!transitions.make(row, change, managerId, Map.of("act", act))) {
            throw new IllegalStateException("A publication that waits for a manager is leased");
        }
        rows.restartTries(row.id());
        flow.resolvePublishIncidents(row.contentId());
        rows.reportIn(row.contentId(), row.revision(), Duration.ZERO);
        wakeUp.afterCommit();
    }
}
