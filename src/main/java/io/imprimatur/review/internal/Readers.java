package io.imprimatur.review.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.Contents;
import io.imprimatur.content.ReadAccess;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.StageGroups;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who reads unpublished pieces: their authors, the reviewers of an open stage, compliance. */
@Component
@Transactional
class Readers implements ReadAccess {
    private final Contents contents;
    private final ApprovalFlow flow;
    private final People people;
    private final DecisionStore decisions;
    private final Ledger ledger;

    Readers(Contents contents, ApprovalFlow flow, People people, DecisionStore decisions, Ledger ledger) {
        this.contents = contents;
        this.flow = flow;
        this.people = people;
        this.decisions = decisions;
        this.ledger = ledger;
    }

    @Override
    public boolean mayRead(UUID contentId, String personId) {
        return people.findActive(personId)
                .filter(person -> wrote(contentId, personId)
                        || person.isIn(Groups.COMPLIANCE)
                        || reviewsOpenStage(contentId, person))
                .isPresent();
    }

    @Override
    public Set<UUID> reviewedBy(String personId) {
        var pieces = new HashSet<>(decisions.decidedBy(personId));
        flow.tasksOf(personId).stream()
                .filter(task -> task.stage() != null)
                .map(FlowTask::contentId)
                .forEach(pieces::add);
        return pieces;
    }

    @Override
    public void noteRead(UUID contentId, String personId) {
        if (!wrote(contentId, personId)) {
            var current = contents.current(contentId);
            ledger.record(LedgerEntry.aboutContent(personId, "UNPUBLISHED_CONTENT_READ", contentId)
                    .revision(current.number(), current.hash()));
        }
    }

    private boolean wrote(UUID contentId, String personId) {
        return contents.authorsSincePublished(contentId).contains(personId);
    }

    private boolean reviewsOpenStage(UUID contentId, Person person) {
        return flow.openTasks(contentId).stream()
                .map(FlowTask::stage)
                .anyMatch(stage -> stage != null && person.isIn(StageGroups.of(stage)));
    }
}
