package io.imprimatur.review.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.PolicyTable;
import io.imprimatur.review.ReviewPlan;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Works out which stages must approve a revision. The policy can add to what the house requires, never remove. */
@Component
class Planning {
    private final Contents contents;
    private final Screenings screenings;
    private final PolicyTable policy;
    private final ReleaseProperties properties;

    Planning(Contents contents, Screenings screenings, PolicyTable policy, ReleaseProperties properties) {
        this.contents = contents;
        this.screenings = screenings;
        this.policy = policy;
        this.properties = properties;
    }

    ReviewPlan planFor(Revision revision) {
        var answer = policy.evaluate(revision.kind().name(), revision.channels());
        var added = new TreeSet<>(answer.furtherStages());
        var found = screenings
                .verdict(revision.contentId(), revision.number())
                .filter(verdict -> verdict != Verdict.CLEAR)
                .isPresent();
        var stages = new LinkedHashSet<String>();
        if (found || added.contains(Stages.PRIVACY)) {
            stages.add(Stages.PRIVACY);
        }
        stages.addAll(properties.requiredStages());
        stages.addAll(added);
        return new ReviewPlan(revision.contentId(), revision.number(), List.copyOf(stages), answer.version());
    }
}
