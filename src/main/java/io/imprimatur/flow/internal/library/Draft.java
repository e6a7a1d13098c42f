package io.imprimatur.flow.internal.library;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model that a manager works on.
 *
 * @param key of the flow or table that it is to become a version of
 * @param base id of the definition that it was made from; null when it began empty
 * @param version counts savings, from 1
 * @param savedBy id of the person who saved it last
 */
public record Draft(
        UUID id,
        ModelKind kind,
        String key,
        String name,
        @Nullable String base,
        String xml,
        int version,
        Instant savedAt,
        String savedBy) {}
