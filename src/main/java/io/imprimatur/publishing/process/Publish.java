package io.imprimatur.publishing.process;

import io.imprimatur.flow.ContentApproval.Errors;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.publishing.internal.PublicationClaims;
import io.imprimatur.review.ReleaseAnswer;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The building block {@code publish}: claims, then waits until every channel has answered. */
@Component("publish")
class Publish extends AbstractBpmnActivityBehavior {
    private final PublicationClaims claims;

    Publish(PublicationClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(ActivityExecution execution) {
        var contentId = UUID.fromString((String) execution.getVariable(Variables.CONTENT_ID));
        var revision = ((Number) execution.getVariable(Variables.REVISION)).intValue();
        claims.claim(contentId, revision, execution.getProcessDefinitionId()).ifPresent(code -> {
            throw refused(code);
        });
    }

    /** @param signalName empty when every channel has it; else the code for which it was refused when it was to be sent */
    @Override
    public void signal(ActivityExecution execution, @Nullable String signalName, @Nullable Object signalData)
            throws Exception {
        if (signalName == null) {
            leave(execution);
        } else {
            executeWithErrorPropagation(execution, () -> {
                throw refused(signalName);
            });
        }
    }

    private static BpmnError refused(String code) {
        return new BpmnError(ReleaseAnswer.EXPIRED.equals(code) ? Errors.APPROVAL_EXPIRED : Errors.RELEASE_REFUSED);
    }
}
