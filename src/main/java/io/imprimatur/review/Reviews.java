package io.imprimatur.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is decided about a piece, and by whom it could be. */
public interface Reviews {
    /** Stores the stages of that revision as the policy names them at this moment. Idempotent. */
    ReviewPlan plan(UUID contentId, int revision);

    Optional<ReviewPlan> planOf(UUID contentId, int revision);

    /** Oldest first. */
    List<Decision> decisions(UUID contentId);

    /** Number of the revision that this stage decided on last before the given one. */
    Optional<Integer> lastReviewed(UUID contentId, String stage, int before);

    /** Required stages for which nobody eligible exists, given the authors so far. */
    List<String> stagesWithoutReviewer(UUID contentId);

    /** Whether this person may read that unpublished piece: author, reviewer of an open stage, compliance. */
    boolean mayRead(UUID contentId, String personId);

    /** Notes in the ledger that somebody other than its author read an unpublished piece. */
    void noteRead(UUID contentId, String personId);
}
