package io.imprimatur.flow;

import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.identity.Groups;

/** Which group decides at a stage. The model's candidate groups only show the task; this is what counts. */
public final class StageGroups {
    private StageGroups() {}

    /** The group of the stage's own name; {@code compliance} for {@code privacy}. */
    public static String of(String stage) {
        return stage.equals(Stages.PRIVACY) ? Groups.COMPLIANCE : stage;
    }
}
