package io.imprimatur.review;

import io.imprimatur.flow.ContentApproval.Stages;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which stages must approve a revision.
 *
 * @param requiredStages in the order of review
 * @param policyVersion the release policy's id with its version
 */
public record ReviewPlan(UUID contentId, int revision, List<String> requiredStages, String policyVersion) {
    private static final Set<String> WITH_A_TASK_OF_THEIR_OWN = Set.of(Stages.PRIVACY, Stages.LEGAL, Stages.CLINICAL);

    public ReviewPlan {
        requiredStages = List.copyOf(requiredStages);
    }

    /** Whether somebody of compliance reviews it. */
    public boolean needsPrivacyReview() {
        return requiredStages.contains(Stages.PRIVACY);
    }

    /** Stages without a task of their own in the standard flow: those that the policy adds. */
    public List<String> furtherStages() {
        return requiredStages.stream()
                .filter(stage -> !WITH_A_TASK_OF_THEIR_OWN.contains(stage))
                .toList();
    }
}
