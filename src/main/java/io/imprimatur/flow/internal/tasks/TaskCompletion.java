package io.imprimatur.flow.internal.tasks;

import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.Question;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.flow.internal.door.Doorway;
import io.imprimatur.flow.spi.DecisionRecorder;
import io.imprimatur.flow.spi.DraftDesk;
import io.imprimatur.flow.spi.QuestionDesk;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one place where a task's completion becomes a decision or a submission, whichever door completed it. The decider's
 * words leave the engine here, before anything is stored.
 */
@Component
final class TaskCompletion implements TaskListener {
    private final Doorway doorway;
    private final FlowTasks tasks;
    private final ObjectProvider<DraftDesk> desk;
    private final ObjectProvider<DecisionRecorder> recorder;
    private final ObjectProvider<QuestionDesk> desks;
    private final CurrentPerson currentPerson;

    TaskCompletion(
            Doorway doorway,
            FlowTasks tasks,
            ObjectProvider<DraftDesk> desk,
            ObjectProvider<DecisionRecorder> recorder,
            ObjectProvider<QuestionDesk> desks,
            CurrentPerson currentPerson) {
        this.doorway = doorway;
        this.tasks = tasks;
        this.desk = desk;
        this.recorder = recorder;
        this.desks = desks;
        this.currentPerson = currentPerson;
    }

    @Override
    public void notify(DelegateTask task) {
        var ending = tasks.of(task);
        doorway.shut();
        var review = ReviewTask.of((TaskEntity) task);
        if (ending.question() != null) {
            answer(task, ending, ending.question());
        } else if (review == null) {
            submit(task, ending);
        } else {
            decide(task, ending, review);
        }
    }

    private void submit(DelegateTask task, FlowTask draft) {
        var revision = desk.getObject().submitted(draft.contentId(), submitter(draft));
        for (var flow = instance(task); flow != null; flow = caller(flow)) {
            flow.setVariable(Variables.REVISION, revision);
        }
    }

    private static @Nullable ExecutionEntity caller(ExecutionEntity flow) {
        var calling = flow.getSuperExecution();
        return calling == null ? null : calling.getProcessInstance();
    }

    private void answer(DelegateTask task, FlowTask ending, Question question) {
        var given = taken(task, Variables.DECISION);
        var reason = taken(task, Variables.REASON);
        var person = decider(ending);
        var answer = question.answers().stream()
                .filter(possible -> possible.name().equals(given))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("answer-missing", "Choose one of the answers."));
        desks.getObject().answered(ending, person, answer, reason);
    }

    private void decide(DelegateTask task, FlowTask ending, ReviewTask review) {
        var decision = taken(task, Variables.DECISION);
        var reason = taken(task, Variables.REASON);
        var decider = decider(ending);
        if (decision == null) {
            throw Refusal.invalid("decision-missing", "Choose whether you approve, ask for changes or reject.");
        }
        var outcome = recorder.getObject().record(ending, decider, TaskDecision.valueOf(decision), reason);
        instance(task).setVariable(Variables.outcomeOf(review.stage()), outcome.name());
    }

    /** Takes a variable out of the engine. */
    private static @Nullable String taken(DelegateTask task, String name) {
        @Nullable Object value = task.getVariable(name);
        task.removeVariable(name);
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    private static String decider(FlowTask task) {
        @Nullable String person = Context.getCommandContext().getAuthenticatedUserId();
        if (person == null) {
            throw Refusal.forbidden("not-logged-in", "Log in to decide.");
        }
        if (!person.equals(task.assignee())) {
            throw Refusal.conflict("not-claimed", "Claim the task before you decide.");
        }
        return person;
    }

    private String submitter(FlowTask draft) {
        @Nullable String person = Context.getCommandContext().getAuthenticatedUserId();
        return person != null
                ? person
                : currentPerson.get().map(Person::id).orElseGet(() -> String.valueOf(draft.assignee()));
    }

    private static ExecutionEntity instance(DelegateTask task) {
        return ((TaskEntity) task).getProcessInstance();
    }
}
