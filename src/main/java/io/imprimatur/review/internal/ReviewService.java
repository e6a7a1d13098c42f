package io.imprimatur.review.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.review.Decision;
import io.imprimatur.review.ReviewPlan;
import io.imprimatur.review.Reviews;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's API over its tables. */
@Service
@Transactional
class ReviewService implements Reviews {
    private final Contents contents;
    private final Planning planning;
    private final PlanStore plans;
    private final DecisionStore decisions;
    private final Reviewers reviewers;
    private final Readers readers;
    private final Clock clock;

    ReviewService(
            Contents contents,
            Planning planning,
            PlanStore plans,
            DecisionStore decisions,
            Reviewers reviewers,
            Readers readers,
            Clock clock) {
        this.contents = contents;
        this.planning = planning;
        this.plans = plans;
        this.decisions = decisions;
        this.reviewers = reviewers;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public ReviewPlan plan(UUID contentId, int revision) {
        return plans.find(contentId, revision).orElseGet(() -> {
            var plan = planning.planFor(contents.revision(contentId, revision));
            plans.insertIfAbsent(plan, clock.instant());
            return plan;
        });
    }

    @Override
    public Optional<ReviewPlan> planOf(UUID contentId, int revision) {
        return plans.find(contentId, revision);
    }

    @Override
    public List<Decision> decisions(UUID contentId) {
        return decisions.onContent(contentId);
    }

    @Override
    public Optional<Integer> lastReviewed(UUID contentId, String stage, int before) {
        return decisions.lastReviewed(contentId, stage, before);
    }

    @Override
    public List<String> stagesWithoutReviewer(UUID contentId) {
        var plan = planning.planFor(contents.current(contentId));
        return reviewers.stagesWithout(plan.requiredStages(), contents.authorsSincePublished(contentId));
    }

    @Override
    public boolean mayRead(UUID contentId, String personId) {
        return readers.mayRead(contentId, personId);
    }

    @Override
    public void noteRead(UUID contentId, String personId) {
        readers.noteRead(contentId, personId);
    }
}
