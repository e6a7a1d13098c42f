package io.imprimatur.flow.internal.tasks;

import io.imprimatur.flow.ContentApproval;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.internal.door.Doorway;
import io.imprimatur.flow.spi.DraftDesk;
import io.imprimatur.platform.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets a flow begin only for a piece of its own: the product's start names the piece, a start from outside names the kind
 * and gets a new, empty one. From outside only the standard flow begins; the release policy takes its piece to another one
 * as soon as there is something to look at. A called flow takes the piece of its caller.
 */
@Component
final class StartGuard implements ExecutionListener {
    private final Doorway doorway;
    private final ObjectProvider<DraftDesk> desk;

    StartGuard(Doorway doorway, ObjectProvider<DraftDesk> desk) {
        this.doorway = doorway;
        this.desk = desk;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var instance = (ExecutionEntity) execution;
        if (instance.getSuperExecution() != null) {
            beginCalled(instance);
        } else if (doorway.isOpen()) {
            beginEmpty(instance);
        } else if (execution.getVariable(Variables.CONTENT_ID) == null) {
            throw new IllegalStateException("A flow was started without a content id");
        }
    }

    /** A called flow is about the piece of its caller. */
    private static void beginCalled(ExecutionEntity called) {
        var caller = called.getSuperExecution().getProcessInstance();
        var contentId = called.getVariable(Variables.CONTENT_ID);
        if (contentId == null || !contentId.equals(caller.getVariable(Variables.CONTENT_ID))) {
            throw new IllegalStateException("A flow was called without the piece of its caller");
        }
        called.setBusinessKey(caller.getBusinessKey());
    }

    private void beginEmpty(ExecutionEntity instance) {
        @Nullable String person = Context.getCommandContext().getAuthenticatedUserId();
        if (person == null) {
            throw Refusal.forbidden("not-logged-in", "Log in to begin a post.");
        }
        if (!ContentApproval.KEY.equals(instance.getProcessDefinition().getKey())) {
            throw Refusal.forbidden(
                    "start-refused",
                    "This flow is started by the product alone. Begin a post: the release policy takes it to its flow.");
        }
        if (instance.getBusinessKey() != null) {
            throw Refusal.invalid("business-key-refused", "Leave the business key empty; the product sets it.");
        }
        if (!(instance.getVariable(Variables.KIND) instanceof String kind)) {
            throw Refusal.invalid("kind-missing", "Choose what kind of post it is.");
        }
        doorway.shut();
        instance.removeVariable(Variables.KIND);
        var contentId = desk.getObject().createEmpty(kind, person).toString();
        instance.setVariable(Variables.CONTENT_ID, contentId);
        instance.setVariable(Variables.REVISION, 1);
        instance.setBusinessKey(contentId);
    }
}
