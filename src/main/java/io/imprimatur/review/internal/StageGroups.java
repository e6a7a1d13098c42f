package io.imprimatur.review.internal;

import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.identity.Groups;

/** Which group decides at a stage. The model's candidate groups only show the task; this is what counts. */
final class StageGroups {
    private StageGroups() {}

    static String of(String stage) {
        return stage.equals(Stages.PRIVACY) ? Groups.COMPLIANCE : stage;
    }
}
