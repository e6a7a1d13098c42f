package io.imprimatur.flow.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a recorded post ends up in a model.
 *
 * @param passed ids of flow nodes and sequence flows, in order
 * @param tokens ids of the elements at which it waits
 * @param missing what was not recorded and would be needed, such as a stage that nobody decided; null if nothing is
 */
public record Replayed(Ending ending, List<String> passed, List<String> tokens, @Nullable String missing) {
    public Replayed {
        passed = List.copyOf(passed);
        tokens = List.copyOf(tokens);
    }
}
