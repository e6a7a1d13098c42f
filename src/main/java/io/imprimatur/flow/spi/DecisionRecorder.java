package io.imprimatur.flow.spi;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.TaskDecision;
import org.jspecify.annotations.Nullable;

/** Takes a decision when a review task completes, in the engine's transaction. */
public interface DecisionRecorder {
    /**
     * Checks and stores the decision.
     *
     * @param personId the authenticated person who completes the task
     * @return how the stage stands now; the engine's gateways read it
     * @throws io.imprimatur.platform.Refusal when it cannot count; the task then stays open
     */
    StageOutcome record(FlowTask task, String personId, TaskDecision decision, @Nullable String reason);
}
