package io.imprimatur.review.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.identity.People;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what the four-eyes rules need to know. */
@Component
class WorkRequests {
    /** Who overrides screening does not do so alone. */
    static final int OVERRIDE_NEEDS = 2;

    private final Contents contents;
    private final People people;
    private final Screenings screenings;
    private final DecisionStore decisions;
    private final ReleaseProperties properties;
    private final Clock clock;

    WorkRequests(
            Contents contents,
            People people,
            Screenings screenings,
            DecisionStore decisions,
            ReleaseProperties properties,
            Clock clock) {
        this.contents = contents;
        this.people = people;
        this.screenings = screenings;
        this.decisions = decisions;
        this.properties = properties;
        this.clock = clock;
    }

    WorkRequest of(FlowTask task, String stage, String personId) {
        var revision = contents.revision(task.contentId(), task.revision());
        var cast = decisions.onRevision(task.contentId(), task.revision());
        var validSince = clock.instant().minus(properties.approvalValidFor());
        return new WorkRequest(
                task,
                stage,
                personId,
                people.findActive(personId),
                contents.require(task.contentId()),
                contents.authorsSincePublished(task.contentId()),
                cast,
                Standing.of(cast, revision.hash(), validSince),
                Math.max(task.approvalsNeeded(), approvalsFor(stage, task.contentId(), task.revision())));
    }

    private int approvalsFor(String stage, UUID contentId, int revision) {
        var overrides = stage.equals(Stages.PRIVACY)
                && screenings.verdict(contentId, revision).orElse(Verdict.BLOCK) == Verdict.BLOCK;
        return overrides ? OVERRIDE_NEEDS : 1;
    }
}
