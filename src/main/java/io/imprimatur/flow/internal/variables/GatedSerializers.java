package io.imprimatur.flow.internal.variables;

import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializerFactory;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** The engine's serializers with the {@link VariableGate} before each: no variable is stored without passing one. */
public final class GatedSerializers extends DefaultVariableSerializers {
    private final VariableGate gate;

    public GatedSerializers(VariableSerializers engines, VariableGate gate) {
        super((DefaultVariableSerializers) engines);
        this.gate = gate;
    }

    @Override
    public TypedValueSerializer<?> findSerializerForValue(TypedValue value, VariableSerializerFactory fallback) {
        return gated(super.findSerializerForValue(value, fallback));
    }

    private <T extends TypedValue> TypedValueSerializer<T> gated(TypedValueSerializer<T> serializer) {
        return new Gated<>(serializer, gate);
    }

    private record Gated<T extends TypedValue>(TypedValueSerializer<T> serializer, VariableGate gate)
            implements TypedValueSerializer<T> {
        @Override
        public void writeValue(T value, ValueFields fields) {
            if (fields instanceof VariableInstanceEntity variable) {
                gate.requireOfTheContract(variable, value);
                serializer.writeValue(value, fields);
                gate.requireUnchanged(variable);
            } else {
                serializer.writeValue(value, fields);
            }
        }

        @Override
        public String getName() {
            return serializer.getName();
        }

        @Override
        public ValueType getType() {
            return serializer.getType();
        }

        @Override
        public T readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
            return serializer.readValue(fields, deserialize, isTransient);
        }

        @Override
        public boolean canHandle(TypedValue value) {
            return serializer.canHandle(value);
        }

        @Override
        public T convertToTypedValue(UntypedValueImpl value) {
            return serializer.convertToTypedValue(value);
        }

        @Override
        public String getSerializationDataformat() {
            return serializer.getSerializationDataformat();
        }

        @Override
        public boolean isMutableValue(T value) {
            return serializer.isMutableValue(value);
        }
    }
}
