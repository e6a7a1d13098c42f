package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Only variables of the contract get into the engine, and from outside only a decision and a kind. */
@FlowTest
class VariableGateTest {
    @Autowired
    ProcessEngine engine;

    @Autowired
    Pieces pieces;

    @Autowired
    FakeReviews reviews;

    @Test
    void aDecisionAndItsReasonAreTaken() {
        var id = pieces.takenByLegal();
        complete(id, Map.of("decision", "APPROVE", "reason", "Fine."));
        assertThat(reviews.of(id)).singleElement().satisfies(recorded -> {
            assertThat(recorded.person()).isEqualTo("legal");
            assertThat(recorded.reason()).isEqualTo("Fine.");
        });
        assertThat(variables(id)).doesNotContainKeys("decision", "reason").containsEntry("legalOutcome", "APPROVED");
    }

    @Test
    void aFormMaySendBackWhatItShowed() {
        var id = pieces.takenByLegal();
        var form = new HashMap<String, @Nullable Object>();
        form.put("contentId", id.toString());
        form.put("revision", 1);
        form.put("privacyReviewNeeded", false);
        form.put("decision", "APPROVE");
        form.put("reason", null);
        submitForm(id, form);
        assertThat(reviews.of(id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anything",
                "patientName",
                "CONTENTID",
                "content_id",
                "initiator",
                "legalOutcomes",
                "__proto__",
                "ä"
            })
    void aVariableOfAnyOtherNameIsRefused(String name) {
        var id = pieces.takenByLegal();
        var given = Map.<String, Object>of("decision", "APPROVE", name, "value");
        assertRefused(id, () -> complete(id, given));
        assertRefused(id, () -> submitForm(id, given));
    }

    @Test
    void aVariableOfTheProductCannotBeChangedByACompletion() {
        var id = pieces.takenByLegal();
        var others = Map.<String, Object>of(
                "contentId",
                UUID.randomUUID().toString(),
                "revision",
                2,
                "legalOutcome",
                "APPROVED",
                "clinicalOutcome",
                "APPROVED",
                "privacyReviewNeeded",
                true,
                "furtherStages",
                "[\"ethics\"]",
                "publishAt",
                "2030-01-01T00:00:00Z",
                "nrOfCompletedInstances",
                9);
        others.forEach((name, value) -> {
            assertRefused(id, () -> complete(id, Map.of("decision", "APPROVE", name, value)));
            assertRefused(id, () -> submitForm(id, Map.of("decision", "APPROVE", name, value)));
        });
    }

    @Test
    void aWrongTypeOrAnOverlongReasonIsRefused() {
        var id = pieces.takenByLegal();
        var wrong = List.<Map<String, Object>>of(
                Map.of("decision", "PUBLISH"),
                Map.of("decision", 1),
                Map.of("decision", true),
                Map.of("decision", "APPROVE", "reason", 5),
                Map.of("decision", "APPROVE", "reason", "x".repeat(2001)),
                Map.of("decision", "APPROVE", "reason", "x".repeat(100_000)),
                Map.of("decision", "APPROVE", "reason", new byte[] {1}),
                Map.of("decision", "APPROVE", "reason", List.of("words")),
                Map.of("decision", "APPROVE", "revision", "1"),
                Map.of("decision", "APPROVE", "revision", 1L),
                Map.of(
                        "decision",
                        Variables.serializedObjectValue("rO0ABQ==")
                                .serializationDataFormat("application/x-java-serialized-object")
                                .objectTypeName("java.util.ArrayList")
                                .create()),
                Map.of(
                        "decision",
                        "APPROVE",
                        "reason",
                        Variables.fileValue("a.txt").file(new byte[] {1}).create()));
        wrong.forEach(given -> {
            assertRefused(id, () -> complete(id, given));
            assertRefused(id, () -> submitForm(id, given));
        });
    }

    @Test
    void atTheLongestAReasonIsTaken() {
        var id = pieces.takenByLegal();
        complete(id, Map.of("decision", "APPROVE", "reason", "x".repeat(2000)));
        assertThat(reviews.of(id)).hasSize(1);
    }

    @Test
    void aTransientVariableIsNoWayAround() {
        var id = pieces.takenByLegal();
        assertRefused(
                id,
                () -> complete(
                        id,
                        Variables.putValue("decision", "APPROVE")
                                .putValueTyped("clinicalOutcome", Variables.stringValue("APPROVED", true))));
        assertRefused(
                id,
                () -> complete(
                        id,
                        Variables.putValue("decision", "APPROVE")
                                .putValueTyped("anything", Variables.stringValue("words", true))));
    }

    @Test
    void theEnginesOtherDoorsForVariablesAreShut() {
        var id = pieces.takenByLegal();
        var task = pieces.only(id).id();
        var instance = Somebody.instanceOf(engine, id);
        var tasks = engine.getTaskService();
        var runtime = engine.getRuntimeService();
        for (var person : List.of("legal", "admin")) {
            var doors = List.<Runnable>of(
                    () -> tasks.setVariable(task, "reason", "words"),
                    () -> tasks.setVariableLocal(task, "reason", "words"),
                    () -> tasks.setVariables(task, Map.of("decision", "APPROVE")),
                    () -> tasks.removeVariable(task, "contentId"),
                    () -> runtime.setVariable(instance, "legalOutcome", "APPROVED"),
                    () -> runtime.setVariablesLocal(instance, Map.of("legalOutcome", "APPROVED")),
                    () -> runtime.removeVariable(instance, "revision"),
                    () -> runtime.setVariablesAsync(List.of(instance), Map.of("legalOutcome", "APPROVED")),
                    () -> runtime.createMessageCorrelation("revised")
                            .processInstanceId(instance)
                            .setVariable("revision", 7)
                            .correlate(),
                    () -> runtime.messageEventReceived("revised", instance, Map.of("revision", 7)),
                    () -> runtime.signal(instance, Map.of("legalOutcome", "APPROVED")),
                    () -> tasks.resolveTask(task, Map.of("legalOutcome", "APPROVED")),
                    () -> tasks.handleBpmnError(task, "rejected", "words", Map.of("legalOutcome", "APPROVED")),
                    () -> tasks.handleEscalation(task, "any", Map.of("legalOutcome", "APPROVED")));
            doors.forEach(door -> new Somebody(engine, person).does(() -> assertThatThrownBy(door::run)
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("cannot be done to a running approval")));
        }
        assertThat(pieces.only(id).revision()).isEqualTo(1);
        assertThat(variables(id)).doesNotContainKey("legalOutcome");
    }

    @Test
    void aKindIsTakenAtTheStartOnly() {
        var id = pieces.takenByLegal();
        assertThatThrownBy(() -> complete(id, Map.of("decision", "APPROVE", "kind", "ANNOUNCEMENT")))
                .isInstanceOf(BadUserRequestException.class);
        assertThat(pieces.only(id).stage()).isEqualTo("legal");
        assertThat(variables(id)).doesNotContainKeys("kind", "legalOutcome");
    }

    @Test
    void aDraftTakesNoDecision() {
        var id = pieces.begun();
        new Somebody(engine, "author").does(() -> assertThatThrownBy(
                        () -> engine.getTaskService().complete(pieces.only(id).id(), Map.of("reason", "words")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("is not taken here"));
        assertThat(variables(id)).doesNotContainKey("reason");
    }

    @Test
    void thePlainEngineTakesEverything() {
        PlainEngine.deploy(
                "any.bpmn",
                Bpmn.createExecutableProcess("any")
                        .startEvent()
                        .userTask()
                        .userTask()
                        .endEvent()
                        .done());
        var plain = PlainEngine.engine();
        var instance =
                plain.getRuntimeService().startProcessInstanceByKey("any").getId();
        var task = plain.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        plain.getTaskService().complete(task.getId(), Map.of("contentId", "foreign", "anything", "words"));
        assertThat(plain.getRuntimeService().getVariables(instance))
                .containsEntry("contentId", "foreign")
                .containsEntry("anything", "words");
    }

    private void assertRefused(UUID id, Runnable door) {
        assertThatThrownBy(door::run)
                .isInstanceOf(BadUserRequestException.class)
                .satisfies(refused ->
                        assertThat(refused.getMessage()).endsWith(".").doesNotContain("ENGINE-"));
        assertThat(pieces.only(id).assignee()).isEqualTo("legal");
        assertThat(reviews.of(id)).isEmpty();
    }

    private void complete(UUID id, Map<String, ? extends @Nullable Object> given) {
        var task = pieces.only(id).id();
        new Somebody(engine, "legal").does(() -> engine.getTaskService().complete(task, new HashMap<>(given)));
    }

    private void submitForm(UUID id, Map<String, ? extends @Nullable Object> given) {
        var task = pieces.only(id).id();
        new Somebody(engine, "legal").does(() -> engine.getFormService().submitTaskForm(task, new HashMap<>(given)));
    }

    private Map<String, Object> variables(UUID id) {
        return engine.getRuntimeService().getVariables(Somebody.instanceOf(engine, id));
    }
}
