package io.imprimatur.flow.internal.people;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.query.QueryProperty;
import org.jspecify.annotations.Nullable;

/** How the engine's query criteria compare; an absent criterion matches everything. */
final class Criteria {
    static boolean equal(@Nullable String criterion, @Nullable String value) {
        return criterion == null || criterion.equals(value);
    }

    static boolean oneOf(String @Nullable [] criterion, String value) {
        return criterion == null || Arrays.asList(criterion).contains(value);
    }

    /** SQL's {@code LIKE}, which knows {@code %} and {@code _}. */
    static boolean like(@Nullable String criterion, @Nullable String value) {
        if (criterion == null) {
            return true;
        }
        var pattern = new StringBuilder();
        criterion
                .codePoints()
                .forEach(c -> pattern.append(
                        switch (c) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        }));
        return value != null
                && Pattern.compile(pattern.toString(), Pattern.DOTALL)
                        .matcher(value)
                        .matches();
    }

    /** The order that the query asks for, then by id. */
    static <T> Comparator<T> order(
            List<QueryOrderingProperty> asked,
            Map<QueryProperty, Function<T, @Nullable String>> known,
            Function<T, @Nullable String> id) {
        var nullsFirst = Comparator.<@Nullable String>nullsFirst(Comparator.naturalOrder());
        var order = Comparator.<T>comparingInt(element -> 0);
        for (var property : asked) {
            var by = Comparator.comparing(known.getOrDefault(property.getQueryProperty(), id), nullsFirst);
            order = order.thenComparing(property.getDirection() == Direction.DESCENDING ? by.reversed() : by);
        }
        return order.thenComparing(id, nullsFirst);
    }

    private Criteria() {}
}
