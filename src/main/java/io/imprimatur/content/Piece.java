package io.imprimatur.content;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece of content: the thread through all its revisions.
 *
 * @param author who began it; every revision has its own author
 * @param revision number of the current revision, from 1
 */
public record Piece(
        UUID id,
        ContentKind kind,
        ContentState state,
        String author,
        int revision,
        Instant createdAt,
        Instant changedAt) {}
