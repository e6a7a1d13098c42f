package io.imprimatur.flow;

import java.util.Set;

/**
 * What the release policy says.
 *
 * @param processKey the flow that it takes; if several rows name one, that of the last
 * @param furtherStages stages beyond those that the configuration requires
 * @param version the decision definition's id with its version
 */
public record PolicyAnswer(String processKey, Set<String> furtherStages, String version) {
    public PolicyAnswer {
        furtherStages = Set.copyOf(furtherStages);
    }
}
