package io.imprimatur.publishing.process;

import io.imprimatur.flow.ContentApproval.Errors;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.publishing.internal.PublicationClaims;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
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
        if (!claims.claim(contentId, revision, execution.getProcessDefinitionId())) {
            throw new BpmnError(Errors.RELEASE_REFUSED);
        }
    }

    @Override
    public void signal(ActivityExecution execution, String signalName, Object signalData) {
        leave(execution);
    }
}
