package io.imprimatur.flow.gate.proof;

import org.jspecify.annotations.Nullable;

/**
 * Several instances of one activity.
 *
 * @param count how many; {@link #PER_FURTHER_STAGE} for one each of the stages that the policy adds
 * @param until ends it early once it holds after an instance ended
 */
record Loop(boolean sequential, int count, @Nullable Expression until) {
    static final int PER_FURTHER_STAGE = -1;

    boolean isPerFurtherStage() {
        return count == PER_FURTHER_STAGE;
    }
}
