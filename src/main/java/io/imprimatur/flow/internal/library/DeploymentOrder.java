package io.imprimatur.flow.internal.library;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who answers for the deployment that is under way in this thread; nobody when it came through one of the engine's doors. */
@Component
class DeploymentOrder {
    /**
     * @param author id of the person who made the model
     * @param confirmer id of the second person, if one was asked
     */
    record Given(String author, @Nullable String confirmer, String reason) {}

    private final ThreadLocal<@Nullable Given> given = new ThreadLocal<>();

    @Nullable
    Given current() {
        return given.get();
    }

    <T> T during(Given order, Supplier<T> work) {
        given.set(order);
        try {
            return work.get();
        } finally {
            given.remove();
        }
    }
}
