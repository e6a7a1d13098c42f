package io.imprimatur.publishing.process;

import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.publishing.internal.PublicationClaims;
import java.util.UUID;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.springframework.stereotype.Component;

/**
 * The building block {@code verifyLive}: has what is live read back and compared, and waits until it is what was approved.
 * The worker reads, so that no job and no database connection waits for a platform.
 */
@Component("verifyLive")
class VerifyLive extends AbstractBpmnActivityBehavior {
    private final PublicationClaims claims;

    VerifyLive(PublicationClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(ActivityExecution execution) {
        var contentId = UUID.fromString((String) execution.getVariable(Variables.CONTENT_ID));
        claims.compare(contentId, ((Number) execution.getVariable(Variables.REVISION)).intValue());
    }

    @Override
    public void signal(ActivityExecution execution, String signalName, Object signalData) {
        leave(execution);
    }
}
