package io.imprimatur.flow.internal.door;

import io.imprimatur.platform.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Opens the doorway for commands from outside and refuses those that nobody outside may give. */
public final class DoorwayInterceptor extends CommandInterceptor {
    private final Doorway doorway;
    private final ProcessEngineConfigurationImpl configuration;

    public DoorwayInterceptor(Doorway doorway, ProcessEngineConfigurationImpl configuration) {
        this.doorway = doorway;
        this.configuration = configuration;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!doorway.isOutside()) {
            return next.execute(command);
        }
        if (command instanceof ExecuteJobsCmd && !somebodyAsks()) {
            return doorway.ours(() -> next.execute(command));
        }
        if (RefusedCommands.refuses(command)) {
            throw Refusal.forbidden(
                    "not-this-way",
                    "This cannot be done to a running approval. Claim a task and complete it, or write a new revision.");
        }
        if (AdHocQueries.hideExpression(command)) {
            throw Refusal.invalid("expression-refused", "Expressions can be used in stored filters only.");
        }
        return doorway.fromOutside(() -> next.execute(command));
    }

    private boolean somebodyAsks() {
        IdentityService identity = configuration.getIdentityService();
        return identity.getCurrentAuthentication() != null;
    }
}
