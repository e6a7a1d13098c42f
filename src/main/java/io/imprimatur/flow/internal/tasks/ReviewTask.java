package io.imprimatur.flow.internal.tasks;

import io.imprimatur.flow.EmailDecision;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of a user task of review, by extension properties of the element.
 *
 * @param stage property {@code stage}; names the outcome's variable too
 * @param approvals property {@code approvals}: how many people must approve, 1 if it is absent
 * @param emailDecision property {@code emailDecision}
 */
record ReviewTask(String stage, int approvals, EmailDecision emailDecision) {
    private static final String KEY = "imprimatur.review";

    /** Null for a task that is no review. */
    static @Nullable ReviewTask of(TaskEntity task) {
        var activity = task.getExecution().getProcessDefinition().findActivity(task.getTaskDefinitionKey());
        return activity == null ? null : (ReviewTask) activity.getProperty(KEY);
    }

    static void read(Element userTask, ActivityImpl activity) {
        var stage = property(userTask, "stage");
        if (stage != null) {
            var approvals = property(userTask, "approvals");
            activity.setProperty(
                    KEY,
                    new ReviewTask(
                            stage,
                            approvals == null ? 1 : Integer.parseInt(approvals),
                            EmailDecision.of(property(userTask, "emailDecision"))));
        }
    }

    static @Nullable String property(Element userTask, String name) {
        return Step.propertiesOf(userTask).get(name);
    }
}
