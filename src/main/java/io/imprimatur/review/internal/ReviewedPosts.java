package io.imprimatur.review.internal;

import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Piece;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.gate.Ending;
import io.imprimatur.flow.gate.RecordedEvent;
import io.imprimatur.flow.gate.RecordedPost;
import io.imprimatur.flow.spi.PastPosts;
import io.imprimatur.review.ReviewPlan;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells how posts went, from plans, verdicts and decisions on record; it names no title that was never public. */
@Service
@Transactional(readOnly = true)
class ReviewedPosts implements PastPosts {
    private static final Set<ContentState> WAS_PUBLIC = EnumSet.of(
            ContentState.PUBLISHED, ContentState.PARTLY_PUBLISHED, ContentState.WITHDRAWING, ContentState.WITHDRAWN);

    private final Contents contents;
    private final PlanStore plans;
    private final DecisionStore decisions;
    private final Screenings screenings;

    ReviewedPosts(Contents contents, PlanStore plans, DecisionStore decisions, Screenings screenings) {
        this.contents = contents;
        this.plans = plans;
        this.decisions = decisions;
        this.screenings = screenings;
    }

    @Override
    public List<PastPost> last(int most) {
        return contents.all(EnumSet.allOf(ContentState.class), 0, most).items().stream()
                .flatMap(piece -> told(piece).stream())
                .toList();
    }

    /** Empty for a piece that was never handed in. */
    private Optional<PastPost> told(Piece piece) {
        var events = new ArrayList<RecordedEvent>();
        boolean waitsForAuthor = true;
        for (var revision : contents.revisions(piece.id())) {
            var plan = plans.find(piece.id(), revision.number());
            if (plan.isEmpty()) {
                continue;
            }
            events.add(waitsForAuthor ? new RecordedEvent.HandedIn() : new RecordedEvent.Revised());
            var screened = screened(plan.get(), revision.publishAt() != null);
            events.add(screened);
            var decided = decided(piece, revision.number());
            events.addAll(decided);
            waitsForAuthor = screened.blocked()
                    || decided.stream().anyMatch(each -> each.outcome() == StageOutcome.CHANGES_REQUESTED);
        }
        if (WAS_PUBLIC.contains(piece.state())) {
            events.add(new RecordedEvent.Published());
        }
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new PastPost(
                        piece.id(), label(piece), piece.changedAt(), new RecordedPost(events), ending(piece.state())));
    }

    private RecordedEvent.Screened screened(ReviewPlan plan, boolean scheduled) {
        var blocked = screenings.verdict(plan.contentId(), plan.revision()).equals(Optional.of(Verdict.BLOCK))
                && contents.contestOf(plan.contentId(), plan.revision()).isEmpty();
        return new RecordedEvent.Screened(
                blocked, !blocked && plan.needsPrivacyReview(), blocked ? List.of() : plan.furtherStages(), scheduled);
    }

    /** Each decision with how its stage stood after it, on the very text that was decided on. */
    private List<RecordedEvent.Decided> decided(Piece piece, int revision) {
        var cast = decisions.onRevision(piece.id(), revision);
        var decided = new ArrayList<RecordedEvent.Decided>();
        for (int i = 0; i < cast.size(); i++) {
            var last = cast.get(i);
            var standing = Standing.of(cast.subList(0, i + 1), last.decision().revisionHash(), Instant.MIN);
            decided.add(new RecordedEvent.Decided(last.stage(), last.decision().decision(), standing.after(last)));
        }
        return decided;
    }

    /** What has every approval and waits for its time or the platform's answer is as good as published: the flow let it. */
    private static Ending ending(ContentState state) {
        return switch (state) {
            case SCHEDULED, PUBLISHING, PUBLISHED, PARTLY_PUBLISHED, WITHDRAWING, WITHDRAWN -> Ending.PUBLISHED;
            case REJECTED -> Ending.REJECTED;
            case DRAFT -> Ending.AT_DRAFT;
            case SCREENING, IN_REVIEW -> Ending.WAITING;
        };
    }

    private String label(Piece piece) {
        return WAS_PUBLIC.contains(piece.state())
                ? contents.current(piece.id()).title()
                : piece.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", never published";
    }
}
