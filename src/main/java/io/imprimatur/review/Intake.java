package io.imprimatur.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a revision that was handed in: has it screened and works out what it needs. */
public interface Intake {
    /**
     * Screens and plans. Running it again for the same revision gives the same answer unless the author contested what
     * blocks.
     *
     * @throws io.imprimatur.screening.ScreeningUnavailable when screening cannot answer; nothing is stored then
     */
    Course take(UUID contentId, int revision);

    /**
     * The way that lies before a revision.
     *
     * @param blocked it goes back to its author
     * @param furtherStages stages that the standard model has no task of its own for
     * @param publishAt null when it goes out as soon as it is approved
     */
    record Course(
            boolean blocked, boolean privacyReviewNeeded, List<String> furtherStages, @Nullable Instant publishAt) {
        public Course {
            furtherStages = List.copyOf(furtherStages);
        }
    }
}
