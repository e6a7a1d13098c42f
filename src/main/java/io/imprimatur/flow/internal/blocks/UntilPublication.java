package io.imprimatur.flow.internal.blocks;

import io.imprimatur.flow.ContentApproval.Variables;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** When the author wants the post to go out; now, if nothing was said. */
final class UntilPublication implements Expression {
    private static final long serialVersionUID = 1L;

    @Override
    public Object getValue(VariableScope scope) {
        return scope.getVariable(Variables.PUBLISH_AT) instanceof String instant
                ? Date.from(Instant.parse(instant))
                : ClockUtil.getCurrentTime();
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        throw new UnsupportedOperationException("Authors say when a post goes out");
    }

    @Override
    public String getExpressionText() {
        return Variables.PUBLISH_AT;
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }
}
