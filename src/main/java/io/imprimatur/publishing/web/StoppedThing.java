package io.imprimatur.publishing.web;

import io.imprimatur.publishing.PublicationState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stopped, as managers see it.
 *
 * @param id of the publication, or of the flow's incident
 * @param kind {@code publication} or {@code step}
 * @param title of the piece; null for a step, whose piece may not be approved yet
 * @param where the channel's name, or the flow's element
 * @param state null for a step
 * @param cause stable code
 * @param sentence the cause in words
 * @param advice what to do
 * @param actions of {@code retry}, {@code live}, {@code not-live}, {@code keep}
 */
record StoppedThing(
        String id,
        String kind,
        @Nullable UUID contentId,
        @Nullable Integer revision,
        @Nullable String title,
        String where,
        @Nullable PublicationState state,
        String cause,
        String sentence,
        String advice,
        Instant since,
        List<String> actions) {
    StoppedThing {
        actions = List.copyOf(actions);
    }

    public boolean offers(String action) {
        return actions.contains(action);
    }
}
