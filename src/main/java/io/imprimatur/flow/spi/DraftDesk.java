package io.imprimatur.flow.spi;

import java.util.UUID;

/** Creates and submits drafts when the author works in Tasklist instead of our pages. */
public interface DraftDesk {
    /**
     * Creates an empty piece for a process that was started in Tasklist.
     *
     * @param kind name of a {@code ContentKind}
     * @throws io.imprimatur.platform.Refusal when the kind is unknown or the person may not write
     */
    UUID createEmpty(String kind, String authorId);

    /**
     * Called when the {@code draft} task completes, through whichever door: checks that the current revision can be
     * submitted and notes the submission.
     *
     * @return number of the revision that is submitted
     * @throws io.imprimatur.platform.Refusal when something is missing; the task then stays open
     */
    int submitted(UUID contentId, String personId);

    /** Who began the piece: the person to whom {@code draft} is assigned whenever the flow comes back to it. */
    String authorOf(UUID contentId);
}
