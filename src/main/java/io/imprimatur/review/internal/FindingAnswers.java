package io.imprimatur.review.internal;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Severity;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever holds a review task of a piece say why a finding in it may go out. */
@Service
@Transactional
class FindingAnswers {
    private final Screenings screenings;
    private final ApprovalFlow flow;
    private final WorkRequests requests;
    private final ReleaseProperties properties;

    FindingAnswers(Screenings screenings, ApprovalFlow flow, WorkRequests requests, ReleaseProperties properties) {
        this.screenings = screenings;
        this.flow = flow;
        this.requests = requests;
        this.properties = properties;
    }

    /**
     * @throws Refusal 403 {@code no-claimed-review}, {@code privacy-review-only}, or a four-eyes reason; 404
     *     {@code finding-not-found}; 400 {@code reason-too-long} and those of {@link Screenings#answer}
     */
    void answer(UUID contentId, UUID findingId, String personId, String reason) {
        var task = flow.openTasks(contentId).stream()
                .filter(open -> open.stage() != null && personId.equals(open.assignee()))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "no-claimed-review", "Claim a review of this post before you answer its findings."));
        requireMayWork(task, personId);
        var finding = screenings.findings(contentId, task.revision()).stream()
                .filter(each -> each.id().equals(findingId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("finding-not-found", "There is no such finding in this text."));
        requireMayOverride(finding, task);
        if (reason.length() > properties.maxReasonLength()) {
            throw Refusal.invalid(
                            "reason-too-long",
                            "The reason may have at most " + properties.maxReasonLength() + " characters.")
                    .about("reason");
        }
        screenings.answer(contentId, task.revision(), findingId, personId, reason);
    }

    private void requireMayWork(FlowTask task, String personId) {
        var stage = String.valueOf(task.stage());
        WorkRule.firstObjection(requests.of(task, stage, personId)).ifPresent(objection -> {
            throw objection.refusal();
        });
    }

    private static void requireMayOverride(RevisionFinding finding, FlowTask task) {
        if (finding.finding().severity() == Severity.BLOCK && !Stages.PRIVACY.equals(task.stage())) {
            throw Refusal.forbidden("privacy-review-only", "A finding that blocks is answered in privacy review only.");
        }
    }
}
