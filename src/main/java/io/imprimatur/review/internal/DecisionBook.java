package io.imprimatur.review.internal;

import io.imprimatur.audit.Doors;
import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.StageGroups;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.review.Decision;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Enters a decision that may count: its row, its ledger entry, the piece's new state and the word to the author. */
@Component
class DecisionBook {
    private final DecisionStore decisions;
    private final PlanStore plans;
    private final Contents contents;
    private final Ledger ledger;
    private final Doors doors;
    private final ApplicationEventPublisher events;
    private final ReleaseProperties properties;
    private final Clock clock;

    DecisionBook(
            DecisionStore decisions,
            PlanStore plans,
            Contents contents,
            Ledger ledger,
            Doors doors,
            ApplicationEventPublisher events,
            ReleaseProperties properties,
            Clock clock) {
        this.decisions = decisions;
        this.plans = plans;
        this.contents = contents;
        this.ledger = ledger;
        this.doors = doors;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    StageOutcome enter(DecisionRequest request) {
        var task = request.work().task();
        var revision = contents.revision(task.contentId(), task.revision());
        var cast = cast(request, revision);
        decisions.insert(cast);
        var standing = Standing.of(
                decisions.onRevision(task.contentId(), task.revision()),
                revision.hash(),
                clock.instant().minus(properties.approvalValidFor()));
        var outcome = standing.after(cast);
        ledger.record(LedgerEntry.aboutContent(cast.person(), "DECISION_MADE", task.contentId())
                .revision(revision.number(), revision.hash())
                .processDefinition(task.processDefinition())
                .detail("decisionId", cast.decision().id().toString())
                .detail("stage", cast.stage())
                .detail("decision", request.decision().name())
                .detail("outcome", outcome.name()));
        follow(outcome, revision, request.work().stage(), standing);
        return outcome;
    }

    private CastDecision cast(DecisionRequest request, Revision revision) {
        var task = request.work().task();
        var decision = new Decision(
                UUID.randomUUID(),
                task.contentId(),
                revision.number(),
                revision.hash(),
                request.work().stage(),
                request.work().personId(),
                request.decision(),
                request.reason().isEmpty() ? null : request.reason(),
                clock.instant(),
                doors.current(),
                task.processDefinition());
        return new CastDecision(
                decision, StageGroups.of(request.work().stage()), request.work().approvalsNeeded());
    }

    private void follow(StageOutcome outcome, Revision revision, String stage, Standing standing) {
        var contentId = revision.contentId();
        switch (outcome) {
            case APPROVED -> {
                if (waitsForItsTime(revision, standing)) {
                    contents.enter(contentId, ContentState.SCHEDULED);
                }
                events.publishEvent(new ContentEvent.Approved(contentId, revision.number(), stage));
            }
            case CHANGES_REQUESTED ->
                // another review may still be under way; the piece is a draft when its author has the task again
                events.publishEvent(new ContentEvent.ChangesRequested(contentId, revision.number(), stage));
            case REJECTED -> {
                contents.enter(contentId, ContentState.REJECTED);
                events.publishEvent(new ContentEvent.Rejected(contentId, revision.number(), stage));
            }
            case MORE_NEEDED -> {}
        }
    }

    private boolean waitsForItsTime(Revision revision, Standing standing) {
        var publishAt = revision.publishAt();
        return publishAt != null
                && publishAt.isAfter(clock.instant())
                && plans.find(revision.contentId(), revision.number())
                        .filter(plan -> standing.approvals().keySet().containsAll(plan.requiredStages()))
                        .isPresent();
    }
}
