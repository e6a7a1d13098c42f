package io.imprimatur.review.internal;

import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.review.Intake;
import io.imprimatur.review.Reviews;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ScreeningIntake implements Intake {
    private final Contents contents;
    private final Screenings screenings;
    private final Reviews reviews;
    private final ApplicationEventPublisher events;

    ScreeningIntake(Contents contents, Screenings screenings, Reviews reviews, ApplicationEventPublisher events) {
        this.contents = contents;
        this.screenings = screenings;
        this.reviews = reviews;
        this.events = events;
    }

    @Override
    public Course take(UUID contentId, int revision) {
        contents.enter(contentId, ContentState.SCREENING);
        var verdict = screenings.screenRevision(contentId, revision);
        var plan = reviews.plan(contentId, revision);
        if (verdict == Verdict.BLOCK && contents.contestOf(contentId, revision).isEmpty()) {
            contents.enter(contentId, ContentState.DRAFT);
            events.publishEvent(new ContentEvent.Blocked(contentId, revision));
            return new Course(true, false, List.of(), null);
        }
        return new Course(
                false,
                plan.needsPrivacyReview(),
                plan.furtherStages(),
                contents.revision(contentId, revision).publishAt());
    }
}
