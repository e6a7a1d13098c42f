package io.imprimatur.flow.internal.door;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether what the engine does at this moment was brought by somebody from outside. The doorway is open from the start of
 * a command (REST, Tasklist, any service call) until the first built-in listener runs: up to then every variable is
 * somebody else's word. From then on, in jobs and in our own work, it is shut.
 */
@Component
public final class Doorway {
    private enum State {
        OPEN,
        SHUT
    }

    private final ThreadLocal<@Nullable State> state = new ThreadLocal<>();

    public boolean isOpen() {
        return state.get() == State.OPEN;
    }

    /** Whether no command and no work of ours is under way. */
    boolean isOutside() {
        return state.get() == null;
    }

    /** What follows in this command is the product's own doing. */
    public void shut() {
        if (isOpen()) {
            state.set(State.SHUT);
        }
    }

    /** Runs work of the product itself. */
    public <T extends @Nullable Object> T ours(Supplier<T> work) {
        return in(State.SHUT, work);
    }

    <T extends @Nullable Object> T fromOutside(Supplier<T> command) {
        return in(State.OPEN, command);
    }

    private <T extends @Nullable Object> T in(State during, Supplier<T> work) {
        var before = state.get();
        state.set(during);
        try {
            return work.get();
        } finally {
            if (before == null) {
                state.remove();
            } else {
                state.set(before);
            }
        }
    }
}
