package io.imprimatur.flow.gate;

import java.time.Duration;
import java.util.Set;

/**
 * What a flow is proven against, and how much may be looked at for it.
 *
 * @param requiredStages review stages that every revision needs before it goes out
 * @param maxStates how many states of one process are explored before it is refused as too large
 * @param maxTime how long all flows of a deployment are explored before they are refused as too large
 */
public record CheckTerms(Set<String> requiredStages, int maxStates, Duration maxTime) {
    public CheckTerms {
        requiredStages = Set.copyOf(requiredStages);
    }
}
