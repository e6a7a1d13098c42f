package io.imprimatur.review.internal;

import io.imprimatur.content.Piece;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.StageGroups;
import io.imprimatur.review.ReviewPlan;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the release check looks at.
 *
 * @param storedHash recomputed from what is stored now
 * @param houseStages stages that the configuration requires
 * @param activePeople ids of the deciders who are still active
 */
record ReleaseCase(
        Piece piece,
        Revision revision,
        String storedHash,
        List<String> houseStages,
        Optional<ReviewPlan> plan,
        Set<String> authors,
        Set<String> activePeople,
        Standing standing,
        Optional<Verdict> verdict,
        List<RevisionFinding> findings,
        boolean contested) {

    /** Stages of the house and of the plan; privacy too when screening found anything. */
    Set<String> requiredStages() {
        var stages = new LinkedHashSet<>(houseStages);
        plan.ifPresent(known -> stages.addAll(known.requiredStages()));
        if (!verdict.equals(Optional.of(Verdict.CLEAR))) {
            stages.add(Stages.PRIVACY);
        }
        return stages;
    }

    /** Whether required approvals are missing and each of them was given and has expired. */
    boolean onlyExpired() {
        var missing = requiredStages().stream()
                .filter(stage -> counting(stage).size() < approvalsNeeded(stage))
                .toList();
        return !missing.isEmpty() && standing.expired().containsAll(missing);
    }

    /** Approvals in force that count: of this stage's group, by somebody active who did not write the text. */
    List<CastDecision> counting(String stage) {
        return standing.approvalsOf(stage).stream()
                .filter(each -> each.group().equals(StageGroups.of(stage)))
                .filter(each -> activePeople.contains(each.person()))
                .filter(each -> !authors.contains(each.person()))
                .toList();
    }

    int approvalsNeeded(String stage) {
        var override = stage.equals(Stages.PRIVACY) && !blocking().isEmpty() ? WorkRequests.OVERRIDE_NEEDS : 1;
        return standing.approvalsOf(stage).stream()
                .mapToInt(CastDecision::approvalsNeeded)
                .reduce(override, Math::max);
    }

    List<RevisionFinding> blocking() {
        return findings.stream()
                .filter(each -> each.finding().severity() == Severity.BLOCK)
                .toList();
    }
}
