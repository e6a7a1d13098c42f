package io.imprimatur.review;

import java.util.List;
import java.util.UUID;

/**
 * Which stages must approve a revision.
 *
 * @param requiredStages in the order of review
 * @param policyVersion the release policy's id with its version
 */
public record ReviewPlan(UUID contentId, int revision, List<String> requiredStages, String policyVersion) {
    public ReviewPlan {
        requiredStages = List.copyOf(requiredStages);
    }
}
