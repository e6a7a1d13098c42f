package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.internal.variables.VariableContract;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * A history level that keeps who did what when, and of variables only those of the contract that may stay. Forms, details
 * of variables, decisions' inputs, the operation log and failures' texts would keep what people typed; the ledger keeps the proof.
 */
final class DiscreetHistory implements HistoryLevel {
    static final String NAME = "imprimatur";
    private static final int ID = 41;
    private static final Set<HistoryEventType> DROPPED = Set.of(
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.DMN_DECISION_EVALUATE,
            HistoryEventTypes.USER_OPERATION_LOG,
            HistoryEventTypes.JOB_FAIL,
            HistoryEventTypes.EXTERNAL_TASK_CREATE,
            HistoryEventTypes.EXTERNAL_TASK_FAIL,
            HistoryEventTypes.EXTERNAL_TASK_SUCCESS,
            HistoryEventTypes.EXTERNAL_TASK_DELETE);

    private final VariableContract contract;

    DiscreetHistory(VariableContract contract) {
        this.contract = contract;
    }

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
        if (DROPPED.contains(event)) {
            return false;
        }
        return !(entity instanceof VariableInstanceEntity variable) || mayStay(variable.getName());
    }

    private boolean mayStay(String name) {
        return contract.knows(name) && !VariableContract.PASSING.contains(name);
    }
}
