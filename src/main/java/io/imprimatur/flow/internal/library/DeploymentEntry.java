package io.imprimatur.flow.internal.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who put a version of a flow or table in force, and why.
 *
 * @param definitionId the engine's id with its version
 * @param sha256 of the model's file
 * @param door through which it came
 * @param author id of the person who made it, or {@code system} for what the product brings along
 * @param confirmer id of the second person, if one was asked
 */
public record DeploymentEntry(
        String definitionId,
        String deploymentId,
        String key,
        String sha256,
        String door,
        String reason,
        String author,
        @Nullable String confirmer,
        Instant at) {}
