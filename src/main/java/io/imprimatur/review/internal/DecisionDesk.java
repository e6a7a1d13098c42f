package io.imprimatur.review.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.flow.spi.DecisionRecorder;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Screenings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes every decision, whichever door it came through: checks it against the rules and has it stored. */
@Component
@Transactional
class DecisionDesk implements DecisionRecorder {
    private final WorkRequests requests;
    private final Screenings screenings;
    private final Contents contents;
    private final DecisionBook book;
    private final ReleaseProperties properties;

    DecisionDesk(
            WorkRequests requests,
            Screenings screenings,
            Contents contents,
            DecisionBook book,
            ReleaseProperties properties) {
        this.requests = requests;
        this.screenings = screenings;
        this.contents = contents;
        this.book = book;
        this.properties = properties;
    }

    @Override
    public StageOutcome record(FlowTask task, String personId, TaskDecision decision, @Nullable String reason) {
        var stage = task.stage();
        if (stage == null) {
            throw Refusal.conflict("no-review", "This task is not a review.");
        }
        var request = request(requests.of(task, stage, personId), decision, reason == null ? "" : reason.strip());
        WorkRule.firstObjection(request.work()).ifPresent(objection -> {
            throw objection.refusal();
        });
        DecisionRule.firstObjection(request).ifPresent(objection -> {
            throw objection.refusal();
        });
        requireFit(request.reason());
        return book.enter(request);
    }

    private DecisionRequest request(WorkRequest work, TaskDecision decision, String reason) {
        var contentId = work.task().contentId();
        var revision = work.task().revision();
        return new DecisionRequest(
                work,
                decision,
                reason,
                screenings.verdict(contentId, revision).isPresent(),
                screenings.findingsToAnswer(contentId, revision),
                contents.contestOf(contentId, revision).isPresent());
    }

    private void requireFit(String reason) {
        if (reason.length() > properties.maxReasonLength()) {
            throw Refusal.invalid(
                            "reason-too-long",
                            "The reason may have at most " + properties.maxReasonLength() + " characters.")
                    .about("reason");
        }
        if (!reason.isEmpty()) {
            screenings.requireClear(reason);
        }
    }
}
