package io.imprimatur.flow.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a post stands after some choices.
 *
 * @param tokens ids of the elements at which it waits
 * @param passed ids of flow nodes and sequence flows so far, in order
 * @param facts what is true of the text now, such as "legal: approved"
 * @param moves what can happen next; none once it ended or broke a promise
 * @param ended whether the flow is over
 * @param violation the promise that the last choice broke
 */
public record Walk(
        List<String> tokens,
        List<String> passed,
        List<String> facts,
        List<Move> moves,
        boolean ended,
        @Nullable Violation violation) {
    public Walk {
        tokens = List.copyOf(tokens);
        passed = List.copyOf(passed);
        facts = List.copyOf(facts);
        moves = List.copyOf(moves);
    }
}
