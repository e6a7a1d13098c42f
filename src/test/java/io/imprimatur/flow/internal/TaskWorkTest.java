package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Only who has taken a task in the own name decides on it, whichever command of the engine is used. */
@FlowTest
class TaskWorkTest {
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Pieces pieces;

    @Autowired
    FakeReviews reviews;

    TaskService tasks;

    @BeforeEach
    void take() {
        tasks = engine.getTaskService();
    }

    @Test
    void anUnclaimedTaskIsNotCompleted() {
        var id = pieces.inLegalReview();
        var task = pieces.only(id).id();
        as("legal", () -> assertThatThrownBy(() -> tasks.complete(task, APPROVE))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("Claim the task before you decide."));
        assertOpen(id);
    }

    @Test
    void aTaskIsClaimedForNobodyElse() {
        var id = pieces.inLegalReview();
        var task = pieces.only(id).id();
        as("legal", () -> assertForbidden(() -> tasks.claim(task, "legal2"), "You can take a task for yourself only."));
        assertThat(pieces.only(id).assignee()).isNull();
    }

    @Test
    void whoIsNotInTheGroupNeitherClaimsNorDecides() {
        var id = pieces.inLegalReview();
        var task = pieces.only(id).id();
        for (var person : List.of("clinical", "author", "manager", "admin")) {
            var sentence = "You are not in the group that decides here.";
            as(person, () -> assertForbidden(() -> tasks.claim(task, person), sentence));
            as(person, () -> assertForbidden(() -> tasks.complete(task, APPROVE), sentence));
            as(person, () -> assertForbidden(() -> engine.getFormService().submitTaskForm(task, APPROVE), sentence));
        }
        assertOpen(id);
    }

    @Test
    void nobodyWorksOnWhatSomebodyElseHasTaken() {
        var id = pieces.takenByLegal();
        var task = pieces.only(id).id();
        var sentence = "Somebody else has taken this task. Ask them to give it back.";
        as("legal2", () -> assertForbidden(() -> tasks.claim(task, "legal2"), sentence));
        as("legal2", () -> assertForbidden(() -> tasks.complete(task, APPROVE), sentence));
        as("legal2", () -> assertForbidden(() -> engine.getFormService().submitTaskForm(task, APPROVE), sentence));
        as(
                "legal2",
                () -> assertForbidden(
                        () -> tasks.setAssignee(task, "legal2"), "Only who has taken a task can give it back."));
        as(
                "legal2",
                () -> assertForbidden(
                        () -> tasks.setAssignee(task, null), "Only who has taken a task can give it back."));
        assertThat(pieces.only(id).assignee()).isEqualTo("legal");
    }

    @Test
    void aTaskIsGivenBackToItsGroupAndToNobodyInParticular() {
        var id = pieces.takenByLegal();
        var task = pieces.only(id).id();
        as(
                "legal",
                () -> assertForbidden(
                        () -> tasks.setAssignee(task, "legal2"), "You can take a task for yourself only."));
        as("legal", () -> tasks.setAssignee(task, null));
        assertThat(pieces.only(id).assignee()).isNull();
        assertThat(pieces.only(id).candidateGroups()).containsExactly("legal");
    }

    @Test
    void aDraftStaysWithItsAuthor() {
        var id = pieces.begun();
        var task = pieces.only(id).id();
        as("author", () -> assertForbidden(() -> tasks.setAssignee(task, null), "A draft stays with its author."));
        as(
                "legal",
                () -> assertForbidden(
                        () -> tasks.complete(task), "Somebody else has taken this task. Ask them to give it back."));
        as("author", () -> tasks.complete(task));
        assertThat(pieces.only(pieces.inLegalReview()).stage()).isEqualTo("legal");
    }

    @Test
    void nobodyUnknownWorksOnATask() {
        var id = pieces.inLegalReview();
        var task = pieces.only(id).id();
        assertForbidden(() -> tasks.claim(task, "legal"), "Log in to work on a task.");
        assertForbidden(() -> tasks.complete(task, APPROVE), "Log in to work on a task.");
        assertOpen(id);
    }

    @Test
    void aDecisionIsOneOfThree() {
        var id = pieces.takenByLegal();
        var task = pieces.only(id).id();
        as("legal", () -> assertThatThrownBy(() -> tasks.complete(task))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageStartingWith("Choose whether you approve"));
        assertOpen(id);
    }

    @Test
    void noOtherCommandEndsOrChangesATask() {
        var id = pieces.takenByLegal();
        var task = pieces.only(id).id();
        var ways = List.<ThrowingCallable>of(
                () -> tasks.resolveTask(task, APPROVE),
                () -> tasks.handleBpmnError(task, "rejected", "words"),
                () -> tasks.handleEscalation(task, "any"),
                () -> tasks.delegateTask(task, "legal2"),
                () -> tasks.addCandidateUser(task, "author"),
                () -> tasks.addCandidateGroup(task, "authors"),
                () -> tasks.addGroupIdentityLink(task, "authors", IdentityLinkType.CANDIDATE),
                () -> tasks.deleteCandidateGroup(task, "legal"),
                () -> tasks.setOwner(task, "author"),
                () -> tasks.setPriority(task, 1),
                () -> tasks.setName(task, "words"),
                () -> tasks.setDescription(task, "words"),
                () -> tasks.setDueDate(task, new Date()),
                () -> tasks.setFollowUpDate(task, new Date()),
                () -> tasks.deleteTask(task),
                () -> tasks.createComment(task, null, "words"),
                () -> tasks.createAttachment("text", task, null, "words", "words", "http://localhost"),
                () -> tasks.saveTask(tasks.createTaskQuery().taskId(task).singleResult()),
                () -> tasks.saveTask(tasks.newTask()));
        for (var person : List.of("legal", "admin")) {
            ways.forEach(way -> as(person, () -> assertThatThrownBy(way)
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("cannot be done to a running approval")));
        }
        assertOpen(id);
        assertThat(pieces.only(id).candidateGroups()).containsExactly("legal");
        assertThat(tasks.getTaskComments(task)).isEmpty();
    }

    @Test
    void onThePlainEngineAnybodyCompletesAnything() {
        PlainEngine.deploy(
                "free.bpmn",
                Bpmn.createExecutableProcess("free")
                        .startEvent()
                        .userTask()
                        .camundaCandidateGroups("legal")
                        .endEvent()
                        .done());
        var plain = PlainEngine.engine();
        plain.getRuntimeService().startProcessInstanceByKey("free");
        var task = plain.getTaskService()
                .createTaskQuery()
                .processDefinitionKey("free")
                .singleResult();
        new Somebody(plain, "author").does(() -> {
            plain.getTaskService().claim(task.getId(), "legal");
            plain.getTaskService().createComment(task.getId(), null, "words");
            plain.getTaskService().complete(task.getId());
        });
        assertThat(plain.getTaskService().createTaskQuery().taskId(task.getId()).count())
                .isZero();
    }

    @Test
    void aBpmnErrorThatNobodyCatchesIsAFaultAndNoEnd() {
        assertThat(engine.getProcessEngineConfiguration().isEnableExceptionsAfterUnhandledBpmnError())
                .isTrue();
    }

    private void assertOpen(UUID id) {
        assertThat(pieces.only(id).stage()).isEqualTo("legal");
        assertThat(reviews.of(id)).isEmpty();
    }

    private static void assertForbidden(ThrowingCallable work, String sentence) {
        assertThatThrownBy(work).isInstanceOf(AuthorizationException.class).hasMessage(sentence);
    }

    private void as(String person, Runnable work) {
        new Somebody(engine, person).does(work);
    }
}
