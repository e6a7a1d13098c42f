package io.imprimatur.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; what is null does not narrow.
 *
 * @param from inclusive
 * @param to exclusive
 * @param page from 0
 * @param size how many entries at most
 */
public record LedgerQuery(
        @Nullable UUID contentId,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to,
        int page,
        int size) {}
