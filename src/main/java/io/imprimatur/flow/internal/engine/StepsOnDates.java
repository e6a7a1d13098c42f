package io.imprimatur.flow.internal.engine;

import java.util.Map;
import java.util.function.BiFunction;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/** Steps from a date, as in <code>${dateTime().plusDays(2)}</code> of the stored filter "Due soon". */
final class StepsOnDates extends ReadOnlyResolver {
    private static final Map<String, BiFunction<DateTime, Integer, DateTime>> STEPS = Map.of(
            "plusMinutes", DateTime::plusMinutes,
            "minusMinutes", DateTime::minusMinutes,
            "plusHours", DateTime::plusHours,
            "minusHours", DateTime::minusHours,
            "plusDays", DateTime::plusDays,
            "minusDays", DateTime::minusDays,
            "plusWeeks", DateTime::plusWeeks,
            "minusWeeks", DateTime::minusWeeks,
            "plusMonths", DateTime::plusMonths,
            "minusMonths", DateTime::minusMonths);

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        if (!(base instanceof DateTime date) || !(method instanceof String name)) {
            return null;
        }
        var given = arguments == null ? new Object[0] : arguments;
        var stepped = step(date, name, given);
        if (stepped != null) {
            context.setPropertyResolved(true);
        }
        return stepped;
    }

    private static @Nullable DateTime step(DateTime date, String name, @Nullable Object[] given) {
        if (given.length == 0) {
            return name.equals("withTimeAtStartOfDay") ? date.withTimeAtStartOfDay() : null;
        }
        var step = STEPS.get(name);
        return step != null && given.length == 1 && given[0] instanceof Number amount
                ? step.apply(date, amount.intValue())
                : null;
    }
}
