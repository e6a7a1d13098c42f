package io.imprimatur.flow.internal.variables;

import io.imprimatur.platform.Refusal;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/** Lets a command end only when the variables that may not outlive it are gone, so that none reaches a table. */
final class NothingStaysBehind implements CommandContextListener {
    @Override
    public void onCommandContextClose(CommandContext context) {
        var entities = context.getDbEntityManager();
        for (var variable : entities.getCachedEntitiesByType(VariableInstanceEntity.class)) {
            if (VariableContract.PASSING.contains(variable.getName()) && !entities.isDeleted(variable)) {
                throw Refusal.invalid("variable-refused", "The variable " + variable.getName() + " is not taken here.");
            }
        }
    }

    @Override
    public void onCommandFailed(CommandContext context, Throwable cause) {
        // the transaction is rolled back, so nothing stays
    }
}
