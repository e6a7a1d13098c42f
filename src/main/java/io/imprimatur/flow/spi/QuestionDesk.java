package io.imprimatur.flow.spi;

import io.imprimatur.flow.Answer;
import io.imprimatur.flow.FlowTask;
import org.jspecify.annotations.Nullable;

/** Takes the answer to a question about a publication, in the engine's transaction. */
public interface QuestionDesk {
    /**
     * @param task whose {@link FlowTask#question()} is answered
     * @param personId the authenticated person who completes the task
     * @param answer one of the question's
     * @throws io.imprimatur.platform.Refusal when it cannot count; the task then stays open
     */
    void answered(FlowTask task, String personId, Answer answer, @Nullable String reason);
}
