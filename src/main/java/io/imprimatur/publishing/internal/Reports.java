package io.imprimatur.publishing.internal;

import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.platform.Failures;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.util.List;
import java.util.UUID;
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
    private final ApplicationEventPublisher events;
    private final PublishingProperties.Retry retry;
    private final TransactionTemplate transaction;

    Reports(
            PublicationRows rows,
            Contents contents,
            ApprovalFlow flow,
            ApplicationEventPublisher events,
            PublishingProperties properties,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.contents = contents;
        this.flow = flow;
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
        var live = all.stream().filter(row -> row.state().live()).count();
        if (live == all.size()) {
            flow.publicationSettled(contentId, revision);
            if (all.stream().noneMatch(Reports::toBeCompared)) {
                enter(contentId, revision, ContentState.PUBLISHED);
            }
            if (all.stream().allMatch(Row::settled)) {
                flow.liveVerified(contentId, revision);
            }
        } else if (live > 0 && needsPerson(all)) {
            enter(contentId, revision, ContentState.PARTLY_PUBLISHED);
        }
        all.stream()
                .filter(row -> row.publication().needsPerson())
                .forEach(row -> flow.openPublishIncident(
                        contentId, String.valueOf(row.publication().problem())));
        rows.reported(contentId, revision);
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
        return rows.stream().anyMatch(row -> row.publication().needsPerson());
    }
}
