package io.imprimatur.review.process;

import io.imprimatur.flow.ContentApproval.Errors;
import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.platform.CanonicalJson;
import io.imprimatur.review.Intake;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code screen}: has the revision screened and tells the gateways which way lies before it. */
@Component("screenRevision")
class ScreenRevision implements JavaDelegate {
    private final Intake intake;

    ScreenRevision(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var contentId = UUID.fromString((String) execution.getVariable(Variables.CONTENT_ID));
        var course = intake.take(contentId, (Integer) execution.getVariable(Variables.REVISION));
        write(course, execution);
        if (course.blocked()) {
            throw new BpmnError(Errors.SCREENING_BLOCKED);
        }
    }

    private static void write(Intake.Course course, DelegateExecution execution) {
        var furtherStages = new String(CanonicalJson.bytes(course.furtherStages()), StandardCharsets.UTF_8);
        var publishAt = course.publishAt();
        execution.setVariable(Variables.PRIVACY_REVIEW_NEEDED, course.privacyReviewNeeded());
        execution.setVariable(Variables.FURTHER_STAGES, furtherStages);
        // with no further stage nobody writes it, and an answer of an earlier round must not stand
        execution.setVariable(Variables.outcomeOf(Stages.FURTHER), StageOutcome.APPROVED.name());
        execution.setVariable(Variables.PUBLISH_AT, publishAt == null ? null : publishAt.toString());
    }
}
