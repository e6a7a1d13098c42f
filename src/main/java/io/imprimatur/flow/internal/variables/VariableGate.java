package io.imprimatur.flow.internal.variables;

import static io.imprimatur.flow.ContentApproval.Variables.CONTENT_ID;

import io.imprimatur.flow.internal.door.Doorway;
import io.imprimatur.platform.Refusal;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Stands before every variable that is about to be stored, through whichever door. */
public final class VariableGate {
    private final VariableContract contract;
    private final Doorway doorway;

    public VariableGate(VariableContract contract, Doorway doorway) {
        this.contract = contract;
        this.doorway = doorway;
    }

    /** Asked before a value is written into a variable. */
    void requireOfTheContract(VariableInstanceEntity variable, TypedValue value) {
        contract.violation(variable.getName(), plain(value)).ifPresent(sentence -> {
            throw Refusal.invalid("variable-refused", sentence);
        });
        if (VariableContract.PASSING.contains(variable.getName())) {
            Context.getCommandContext().registerCommandContextListener(new NothingStaysBehind());
        }
    }

    /** Asked after a value was written: a form may send back what it showed, and nobody outside may change it. */
    void requireUnchanged(VariableInstanceEntity variable) {
        var name = variable.getName();
        var stored = stored(variable);
        var isSame = stored != null && !stored.isDirty();
        var mayChange = !doorway.isOpen() && !(CONTENT_ID.equals(name) && stored != null);
        if (!isSame && !mayChange && !VariableContract.PASSING.contains(name)) {
            throw Refusal.invalid(
                    "variable-refused", "The variable " + name + " is set by the product and cannot be changed.");
        }
    }

    /** The variable as the database has it; null for one that this command makes. */
    private static @Nullable CachedDbEntity stored(VariableInstanceEntity variable) {
        if (variable.getId() == null) {
            return null;
        }
        @Nullable
        CachedDbEntity cached = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(variable);
        return cached == null || cached.getEntityState() == DbEntityState.TRANSIENT ? null : cached;
    }

    /** Serialized objects are judged without making an object of them. */
    private static @Nullable Object plain(TypedValue value) {
        return value instanceof SerializableValue serialized ? serialized.getType() : value.getValue();
    }
}
