package io.imprimatur.flow.internal.blocks;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the list of further stages for a multi-instance task: <code>${stages.of(furtherStages)}</code>. */
@Component("stages")
public final class StageList {
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    /** @param json an array of names as the variable contract lets it in, or null for none */
    public List<String> of(@Nullable String json) {
        return json == null
                ? List.of()
                : NAME.matcher(json)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList();
    }
}
