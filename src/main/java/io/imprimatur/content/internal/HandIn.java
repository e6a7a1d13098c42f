package io.imprimatur.content.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Revision;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes that a complete revision is handed in for review; the flow is moved by whoever calls. */
@Component
class HandIn {
    private final SubmissionRules rules;
    private final SubmissionStore submissions;
    private final PieceStore pieces;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandIn(
            SubmissionRules rules,
            SubmissionStore submissions,
            PieceStore pieces,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.submissions = submissions;
        this.pieces = pieces;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    void handIn(Revision revision, String personId) {
        rules.requireComplete(revision);
        var now = clock.instant();
        submissions.insert(revision.contentId(), revision.number(), personId, now);
        pieces.enter(revision.contentId(), ContentState.SCREENING, now);
        ledger.record(LedgerEntry.aboutContent(personId, "REVISION_SUBMITTED", revision.contentId())
                .revision(revision.number(), revision.hash()));
        events.publishEvent(new ContentEvent.Submitted(revision.contentId(), revision.number()));
    }

    void contest(Revision revision, String personId, String reason) {
        submissions.contest(revision.contentId(), revision.number(), personId, reason, clock.instant());
        ledger.record(LedgerEntry.aboutContent(personId, "BLOCK_CONTESTED", revision.contentId())
                .revision(revision.number(), revision.hash()));
    }
}
