package io.imprimatur.flow.internal.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployed version of a flow or table.
 *
 * @param definitionId the engine's id
 * @param number counts the versions of the key, from 1
 * @param running how many posts run on it; 0 for tables
 * @param author id of the person who made it; null for versions from before this was noted
 * @param confirmer id of the second person, if one was asked
 * @param reason null for versions from before this was noted
 */
public record FlowVersion(
        String definitionId,
        String key,
        String name,
        int number,
        Instant deployedAt,
        int running,
        @Nullable String author,
        @Nullable String confirmer,
        @Nullable String reason) {}
