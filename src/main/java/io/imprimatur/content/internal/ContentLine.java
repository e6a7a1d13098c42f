package io.imprimatur.content.internal;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Piece;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece in a list.
 *
 * @param title of the current revision; left out of unpublished pieces of others, since reading those is on record
 */
record ContentLine(
        UUID id,
        ContentKind kind,
        ContentState state,
        String author,
        int revision,
        @Nullable String title,
        Instant createdAt,
        Instant changedAt) {
    static ContentLine of(Piece piece, @Nullable String title) {
        return new ContentLine(
                piece.id(),
                piece.kind(),
                piece.state(),
                piece.author(),
                piece.revision(),
                title,
                piece.createdAt(),
                piece.changedAt());
    }
}
