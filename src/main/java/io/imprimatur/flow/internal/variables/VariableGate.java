package io.imprimatur.flow.internal.variables;

import static io.imprimatur.flow.ContentApproval.Variables.CONTENT_ID;

import io.imprimatur.flow.internal.door.Doorway;
import io.imprimatur.platform.Refusal;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Stands before every variable that is about to be written, through whichever door. */
public final class VariableGate {
    private final VariableContract contract;
    private final Doorway doorway;

    public VariableGate(VariableContract contract, Doorway doorway) {
        this.contract = contract;
        this.doorway = doorway;
    }

    void check(ValueFields variable, TypedValue value) {
        var name = variable.getName();
        var plain = plain(value);
        contract.violation(name, plain).ifPresent(sentence -> {
            throw Refusal.invalid("variable-refused", sentence);
        });
        if (VariableContract.PASSING.contains(name)) {
            Context.getCommandContext().registerCommandContextListener(new NothingStaysBehind());
        } else if (!isSame(variable, plain) && (doorway.isOpen() || isBound(variable))) {
            throw Refusal.invalid(
                    "variable-refused", "The variable " + name + " is set by the product and cannot be changed.");
        }
    }

    /** A piece's flow belongs to that piece for good. */
    private static boolean isBound(ValueFields variable) {
        return CONTENT_ID.equals(variable.getName()) && variable.getTextValue() != null;
    }

    private static boolean isSame(ValueFields before, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            return Objects.equals(before.getLongValue(), flag ? 1L : 0L);
        }
        return value != null && value.toString().equals(before.getTextValue());
    }

    /** Serialized objects are judged without making an object of them. */
    private static @Nullable Object plain(TypedValue value) {
        return value instanceof SerializableValue serialized ? serialized.getType() : value.getValue();
    }
}
