package io.imprimatur.flow.internal.tasks;

import io.imprimatur.flow.Question;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** What a model says of a user task that asks about a publication, by the extension property {@code question}. */
final class QuestionTask {
    private static final String KEY = "imprimatur.question";

    private QuestionTask() {}

    /** Null for a task that asks nothing of the kind. */
    static @Nullable Question of(TaskEntity task) {
        var activity = task.getExecution().getProcessDefinition().findActivity(task.getTaskDefinitionKey());
        return activity == null ? null : (Question) activity.getProperty(KEY);
    }

    static void read(Element userTask, ActivityImpl activity) {
        var question = ReviewTask.property(userTask, "question");
        if (question != null) {
            activity.setProperty(KEY, Question.valueOf(question));
        }
    }
}
