package io.imprimatur.publishing.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Revision;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.review.ReleaseAnswer;
import io.imprimatur.review.ReleaseCheck;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides that a revision goes out: release check, one row for each channel and the ledger in one transaction. */
@Service
public class PublicationClaims {
    private final ReleaseCheck releases;
    private final Contents contents;
    private final ApprovedPosts posts;
    private final PublicationRows rows;
    private final Transitions transitions;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final WakeUp wakeUp;

    PublicationClaims(
            ReleaseCheck releases,
            Contents contents,
            ApprovedPosts posts,
            PublicationRows rows,
            Transitions transitions,
            Ledger ledger,
            ApplicationEventPublisher events,
            WakeUp wakeUp) {
        this.releases = releases;
        this.contents = contents;
        this.posts = posts;
        this.rows = rows;
        this.transitions = transitions;
        this.ledger = ledger;
        this.events = events;
        this.wakeUp = wakeUp;
    }

    /**
     * Claims every channel of the revision; a channel that is claimed already stays as it is. A refused revision goes back
     * to its author.
     *
     * @return empty when it goes out, or else the code of what the release check objects to
     */
    @Transactional
    public Optional<String> claim(UUID contentId, int revision, String processDefinition) {
        var approved = contents.revision(contentId, revision);
        var refusal = refusal(approved);
        if (refusal.isPresent()) {
            refuse(approved, processDefinition, refusal.get());
            return refusal;
        }
        claimChannels(approved, processDefinition);
        return Optional.empty();
    }

    /** Has the state of a withdrawal told to its process. */
    @Transactional
    public void tellWithdrawal(UUID contentId) {
        rows.lock(contentId).forEach(row -> rows.reportIn(contentId, row.revision(), Duration.ZERO));
        wakeUp.afterCommit();
    }

    /** Has every channel of the revision read back and compared. */
    @Transactional
    public void compare(UUID contentId, int revision) {
        rows.compareNow(contentId, revision);
        rows.reportIn(contentId, revision, Duration.ZERO);
        wakeUp.afterCommit();
    }

    private Optional<String> refusal(Revision revision) {
        var answer = releases.check(revision.contentId(), revision.number());
        if (answer instanceof ReleaseAnswer.Refused refused) {
            return Optional.of(refused.code());
        }
        var permitted = (ReleaseAnswer.Permitted) answer;
        return posts.isApproved(revision, permitted.revisionHash())
                ? Optional.empty()
                : Optional.of(Problems.NOT_WHAT_WAS_APPROVED);
    }

    private void claimChannels(Revision revision, String processDefinition) {
        for (var channel : revision.channels()) {
            rows.claim(revision.contentId(), revision.number(), revision.hash(), channel, processDefinition)
                    .ifPresentOrElse(transitions::begun, () -> claimAgain(revision, channel));
            wakeUp.afterCommit();
        }
        contents.enter(revision.contentId(), ContentState.PUBLISHING);
    }

    /** What was refused at the moment of sending, and is approved again, goes out now. */
    private void claimAgain(Revision revision, String channel) {
        rows.refusedBefore(revision.contentId(), revision.number(), channel)
                .ifPresentOrElse(
                        refused -> {
                            rows.restartTries(refused.id());
                            transitions.make(
                                    refused,
                                    Change.of(refused, PublicationState.CLAIMED)
                                            .attempts(0)
                                            .dueIn(Duration.ZERO),
                                    LedgerEntry.SYSTEM,
                                    Map.of());
                        },
                        () -> tellAgain(revision));
    }

    /** The process has come back to a channel that was claimed before; it must hear how that stands. */
    private void tellAgain(Revision revision) {
        rows.reportIn(revision.contentId(), revision.number(), Duration.ZERO);
    }

    private void refuse(Revision revision, String processDefinition, String code) {
        ledger.record(LedgerEntry.aboutContent(LedgerEntry.SYSTEM, "RELEASE_REFUSED", revision.contentId())
                .revision(revision.number(), revision.hash())
                .processDefinition(processDefinition)
                .detail("reason", code));
        if (ReleaseAnswer.EXPIRED.equals(code)) {
            return;
        }
        contents.enter(revision.contentId(), ContentState.DRAFT);
        events.publishEvent(new ContentEvent.ReleaseRefused(revision.contentId(), revision.number(), code));
    }
}
