package io.imprimatur.flow.internal.door;

import io.imprimatur.platform.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.jspecify.annotations.Nullable;

/** Finds what was refused below the exceptions that the engine wraps around it. */
public final class Refusals {
    private static final int DEEPEST = 20;
    /** The engine's code for a variable that holds a serialized Java object; it answers with a plain exception. */
    private static final String SERIALIZED_JAVA = "ENGINE-17007";

    /** Runs work and lets the refusal itself come out instead of what the engine made of it. */
    public static <T extends @Nullable Object> T plain(Supplier<T> work) {
        try {
            return work.get();
        } catch (AuthorizationException e) {
            throw in(e).orElseGet(() -> Refusal.forbidden("not-allowed", "You may not do this."));
        } catch (RuntimeException e) {
            throw in(e).<RuntimeException>map(refusal -> refusal).orElse(e);
        }
    }

    /** The refusal in an exception of the engine; empty when it is a fault. */
    static Optional<Refusal> in(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            if (cause instanceof TaskAlreadyClaimedException) {
                return Optional.of(claimedByAnother());
            }
            cause = cause.getCause();
        }
        return String.valueOf(thrown.getMessage()).startsWith(SERIALIZED_JAVA)
                ? Optional.of(Refusal.invalid("variable-refused", "Serialized objects are not taken."))
                : Optional.empty();
    }

    public static Refusal claimedByAnother() {
        return Refusal.forbidden("claimed-by-another", "Somebody else has taken this task. Ask them to give it back.");
    }

    /** As when two reviewers who read at the same time decide at the same moment: the second has only to ask again. */
    static Refusal atTheSameMoment() {
        return Refusal.conflict(
                Refusal.AT_THE_SAME_MOMENT,
                "Somebody else decided at the same moment. Nothing of yours was stored; try again.");
    }

    private Refusals() {}
}
