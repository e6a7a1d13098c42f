package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.gate.proof.Event.Action;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs that the engine runs by itself and that leave nothing to choose. */
final class Jobs {
    static Optional<Step> next(Machine machine, @Nullable State state) {
        if (state == null) {
            return Optional.empty();
        }
        for (var event : machine.events(state)) {
            if (event.action() == Action.GO_ON
                    && event.node().kind != Kind.SCREEN
                    && event.node().kind != Kind.PUBLISH) {
                return Optional.of(machine.perform(state, event, new Choices()));
            }
        }
        return Optional.empty();
    }

    private Jobs() {}
}
