package io.imprimatur.publishing.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.PublicationFlows;
import io.imprimatur.flow.Question;
import io.imprimatur.platform.Failures;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.settings.PublishingProperties;
import io.imprimatur.review.ReleaseAnswer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells process, piece and author how a revision's publications stand. It is a step of its own after the outcome is
 * stored, so that no fault of the engine can lose an outcome; what fails here is told again later.
 */
@Component
class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final PublicationRows rows;
    private final Contents contents;
    private final ApprovalFlow flow;
    private final PublicationFlows flows;
    private final WithdrawalRows withdrawals;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final PublishingProperties.Retry retry;
    private final TransactionTemplate transaction;

    Reports(
            PublicationRows rows,
            Contents contents,
            ApprovalFlow flow,
            PublicationFlows flows,
            WithdrawalRows withdrawals,
            Ledger ledger,
            Clock clock,
            ApplicationEventPublisher events,
            PublishingProperties properties,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.contents = contents;
        this.flow = flow;
        this.flows = flows;
        this.withdrawals = withdrawals;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
        this.retry = properties.retry();
        this.transaction = transaction;
    }

    /** @return false when every process has heard everything */
    boolean runNext() {
        var next = rows.unreported();
        next.ifPresent(this::report);
        return next.isPresent();
    }

    private void report(Publication publication) {
        var contentId = publication.contentId();
        var revision = publication.revision();
        try {
            transaction.executeWithoutResult(status -> report(contentId, revision));
        } catch (RuntimeException fault) {
            LOG.warn("Process of content {} not told yet: {}", contentId, Failures.describe(fault));
            transaction.executeWithoutResult(status -> rows.reportIn(contentId, revision, retry.firstDelay()));
        }
    }

    private void report(UUID contentId, int revision) {
        var all = rows.lock(contentId, revision);
        var withdrawal =
                all.stream().map(Row::withdrawalId).filter(Objects::nonNull).findFirst();
        if (withdrawal.isPresent()) {
            reportWithdrawal(contentId, revision, withdrawal.get());
        } else {
            reportPublishing(contentId, revision, all);
        }
        all.forEach(this::ask);
        rows.reported(contentId, revision);
    }

    private void reportPublishing(UUID contentId, int revision, List<Row> all) {
        var out = all.stream().filter(row -> isOut(row.state())).count();
        if (out == all.size()) {
            flow.publicationSettled(contentId, revision);
            if (all.stream().noneMatch(Reports::toBeCompared)) {
                enter(contentId, revision, ContentState.PUBLISHED);
            }
            if (all.stream().allMatch(Row::settled)) {
                flow.liveVerified(contentId, revision);
            }
        } else if (all.stream().allMatch(Reports::expired)) {
            flow.releaseRefused(contentId, revision, ReleaseAnswer.EXPIRED);
            return;
        } else if (out > 0 && needsPerson(all)) {
            enter(contentId, revision, ContentState.PARTLY_PUBLISHED);
        }
        all.stream().filter(Reports::expired).forEach(row -> rows.leaveToPerson(row.id()));
        all.stream()
                .filter(row -> row.publication().needsPerson() || expired(row))
                .forEach(row -> flow.openPublishIncident(
                        contentId, String.valueOf(row.publication().problem())));
    }

    private void reportWithdrawal(UUID contentId, int revision, UUID withdrawalId) {
        var down = rows.lock(contentId).stream().allMatch(row -> row.state() == PublicationState.WITHDRAWN);
        if (!down) {
            return;
        }
        if (withdrawals.complete(withdrawalId, clock.instant())) {
            contents.enter(contentId, ContentState.WITHDRAWN);
            events.publishEvent(new ContentEvent.Withdrawn(contentId, revision));
            ledger.record(LedgerEntry.aboutContent(LedgerEntry.SYSTEM, "WITHDRAWAL_COMPLETED", contentId)
                    .detail("withdrawal", withdrawalId.toString()));
        }
        flows.takenDown(withdrawalId);
    }

    /** What only people can say is asked as a task, until it is known. */
    private void ask(Row row) {
        var question = row.publication().needsPerson() ? question(row.state()) : null;
        if (question == null) {
            flows.settled(row.id());
        } else {
            flows.ask(row.id(), row.contentId(), row.revision(), question);
        }
    }

    private static @Nullable Question question(PublicationState state) {
        return switch (state) {
            case UNKNOWN -> Question.UNKNOWN;
            case DRIFTED -> Question.DRIFTED;
            case REMOVED_EXTERNALLY -> Question.REMOVED;
            case WITHDRAWING -> Question.BY_HAND;
            case CLAIMED, SENDING, PUBLISHED, VERIFIED, UNVERIFIED, FAILED, WITHDRAWN -> null;
        };
    }

    private static boolean isOut(PublicationState state) {
        return state.live() || state == PublicationState.REMOVED_EXTERNALLY;
    }

    /** Its approvals became too old before it was sent; unless other channels have it, it is reviewed again. */
    private static boolean expired(Row row) {
        return row.state() == PublicationState.FAILED
                && Problems.APPROVAL_EXPIRED.equals(row.publication().problem());
    }

    private void enter(UUID contentId, int revision, ContentState state) {
        if (contents.require(contentId).state() == state) {
            return;
        }
        contents.enter(contentId, state);
        events.publishEvent(new ContentEvent.Published(contentId, revision, state == ContentState.PUBLISHED));
    }

    private static boolean toBeCompared(Row row) {
        return row.state() == PublicationState.PUBLISHED
                && !row.accepted()
                && !row.publication().needsPerson();
    }

    private static boolean needsPerson(List<Row> rows) {
        return rows.stream().anyMatch(row -> row.publication().needsPerson() || expired(row));
    }
}
