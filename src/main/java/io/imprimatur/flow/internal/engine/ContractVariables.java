package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.internal.variables.VariableContract;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** Resolves a variable of the contract by its name alone; one that is not set is null. */
final class ContractVariables extends ReadOnlyResolver {
    private final VariableContract contract;

    ContractVariables(VariableContract contract) {
        this.contract = contract;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null
                || !(property instanceof String name)
                || VariableContract.PASSING.contains(name)
                || !contract.knows(name)
                || !(context.getContext(VariableScope.class) instanceof VariableScope scope)) {
            return null;
        }
        context.setPropertyResolved(true);
        return scope.getVariable(name);
    }
}
