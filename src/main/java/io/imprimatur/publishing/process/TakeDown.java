package io.imprimatur.publishing.process;

import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.publishing.internal.PublicationClaims;
import java.util.UUID;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The building block {@code takeDown}: waits until a withdrawn post is proven gone everywhere. */
@Component("takeDown")
class TakeDown extends AbstractBpmnActivityBehavior {
    private final PublicationClaims claims;

    TakeDown(PublicationClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(ActivityExecution execution) {
        claims.tellWithdrawal(UUID.fromString((String) execution.getVariable(Variables.CONTENT_ID)));
    }

    @Override
    public void signal(ActivityExecution execution, @Nullable String signalName, @Nullable Object signalData) {
        leave(execution);
    }
}
