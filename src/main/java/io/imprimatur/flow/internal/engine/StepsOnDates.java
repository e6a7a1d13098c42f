package io.imprimatur.flow.internal.engine;

import java.util.Map;
import java.util.function.BiFunction;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/** Steps from a date, as in <code>${dateTime().plusDays(2)}</code> of the stored filter "Due soon". */
final class StepsOnDates extends ReadOnlyResolver {
    private static final Map<String, BiFunction<DateTime, Integer, DateTime>> STEPS = Map.of(
            "plusHours", DateTime::plusHours,
            "minusHours", DateTime::minusHours,
            "plusDays", DateTime::plusDays,
            "minusDays", DateTime::minusDays,
            "plusWeeks", DateTime::plusWeeks,
            "minusWeeks", DateTime::minusWeeks);

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        if (!(base instanceof DateTime date)
                || !(method instanceof String name)
                || arguments == null
                || arguments.length != 1
                || !(arguments[0] instanceof Number amount)) {
            return null;
        }
        var step = STEPS.get(name);
        if (step == null) {
            return null;
        }
        context.setPropertyResolved(true);
        return step.apply(date, amount.intValue());
    }
}
