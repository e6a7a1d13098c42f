package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A flow begins at its beginning, for a piece of its own, and moves only as the model says. */
@FlowTest
class StartDoorsTest {
    private static final String KEY = "content-approval";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Pieces pieces;

    @Autowired
    FakeDesk desk;

    RuntimeService runtime;

    @BeforeEach
    void take() {
        runtime = engine.getRuntimeService();
    }

    @Test
    void anAuthorStartsWithAKindAndGetsAnEmptyPiece() {
        var definition = definition();
        as("author", () -> {
            var instance = engine.getFormService().submitStartForm(definition, Map.of("kind", "ANNOUNCEMENT"));
            engine.getIdentityService().clearAuthentication();
            var id = UUID.fromString(instance.getBusinessKey());
            assertThat(desk.authorOf(id)).isEqualTo("author");
            assertThat(runtime.getVariables(instance.getId()))
                    .containsOnly(Map.entry("contentId", id.toString()), Map.entry("revision", 1));
            assertThat(pieces.only(id).assignee()).isEqualTo("author");
        });
    }

    @Test
    void whoIsNoAuthorStartsNothing() {
        as("legal", () -> assertThatThrownBy(() -> start(Map.of("kind", "ANNOUNCEMENT")))
                .isInstanceOf(AuthorizationException.class)
                .hasMessage("Only authors write posts."));
    }

    @Test
    void aForeignContentIdIsRefused() {
        var foreign = pieces.begun().toString();
        var definition = definition();
        for (var given : List.<Map<String, Object>>of(
                Map.of("contentId", foreign),
                Map.of("kind", "ANNOUNCEMENT", "contentId", foreign),
                Map.of("kind", "ANNOUNCEMENT", "contentId", foreign, "revision", 1))) {
            as("author", () -> assertThatThrownBy(() -> start(given)).isInstanceOf(BadUserRequestException.class));
            as("author", () -> assertThatThrownBy(() -> engine.getFormService().submitStartForm(definition, given))
                    .isInstanceOf(BadUserRequestException.class));
        }
        assertThat(instancesOf(foreign)).isEqualTo(1);
    }

    @Test
    void aStartNeedsAKindAndNothingElse() {
        for (var given : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("kind", 1),
                Map.of("kind", "any words"),
                Map.of("kind", "ANNOUNCEMENT", "legalOutcome", "APPROVED"),
                Map.of("kind", "ANNOUNCEMENT", "anything", "words"),
                Map.of("kind", "ANNOUNCEMENT", "reason", "words"))) {
            as("author", () -> assertThatThrownBy(() -> start(given)).isInstanceOf(BadUserRequestException.class));
        }
    }

    @Test
    void aBusinessKeyIsNoPlaceForWords() {
        as("author", () -> assertThatThrownBy(
                        () -> runtime.startProcessInstanceByKey(KEY, "words", Map.of("kind", "ANNOUNCEMENT")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("business key"));
    }

    @Test
    void nobodyUnknownStartsAFlow() {
        assertThatThrownBy(() -> start(Map.of("kind", "ANNOUNCEMENT"))).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void skippingCustomListenersSkipsNoGuard() {
        var foreign = pieces.begun().toString();
        as("admin", () -> assertThatThrownBy(() -> runtime.createProcessInstanceByKey(KEY)
                        .setVariable("contentId", foreign)
                        .execute(true, true))
                .isInstanceOf(BadUserRequestException.class));
        as("admin", () -> assertThatThrownBy(
                        () -> runtime.createProcessInstanceByKey(KEY).execute(true, true))
                .isInstanceOf(BadUserRequestException.class));
    }

    @Test
    void startInstructionsAreRefused() {
        for (var element : List.of("publish", "clinicalReview", "verifyLive", "draft")) {
            as("admin", () -> assertThatThrownBy(() -> runtime.createProcessInstanceByKey(KEY)
                            .startBeforeActivity(element)
                            .setVariable("kind", "ANNOUNCEMENT")
                            .execute(true, true))
                    .isInstanceOf(AuthorizationException.class));
        }
    }

    @Test
    void aRunningFlowIsMovedByNobody() {
        var id = pieces.inLegalReview();
        var instance = Somebody.instanceOf(engine, id);
        var definition = definition();
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .list()
                .get(0)
                .getId();
        var moves = List.<Runnable>of(
                () -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity("publish")
                        .execute(true, true),
                () -> runtime.createProcessInstanceModification(instance)
                        .cancelAllForActivity("legalReview")
                        .execute(),
                () -> runtime.createModification(definition)
                        .processInstanceIds(instance)
                        .startBeforeActivity("publish")
                        .execute(),
                () -> runtime.restartProcessInstances(definition)
                        .processInstanceIds(instance)
                        .startBeforeActivity("publish")
                        .execute(),
                () -> runtime.newMigration(runtime.createMigrationPlan(definition, definition)
                                .mapActivities("legalReview", "clinicalReview")
                                .build())
                        .processInstanceIds(instance)
                        .execute(),
                () -> runtime.signal(instance),
                () -> runtime.signalEventReceived("any"),
                () -> runtime.correlateMessage("revised", id.toString()),
                () -> engine.getManagementService().executeJob(job),
                () -> engine.getManagementService().setJobDuedate(job, new Date(0)));
        moves.forEach(
                move -> as("admin", () -> assertThatThrownBy(move::run).isInstanceOf(AuthorizationException.class)));
        assertThat(pieces.only(id).elementId()).isEqualTo("legalReview");
    }

    @Test
    void thePlainEngineStartsAnywhereWithoutCustomListeners() {
        PlainEngine.deploy(
                "anywhere.bpmn",
                Bpmn.createExecutableProcess("anywhere")
                        .startEvent()
                        .userTask("review")
                        .userTask("publish")
                        .endEvent()
                        .done());
        var plain = PlainEngine.engine();
        var instance = plain.getRuntimeService()
                .createProcessInstanceByKey("anywhere")
                .startBeforeActivity("publish")
                .setVariable("contentId", "foreign")
                .execute(true, true);
        assertThat(plain.getRuntimeService().getActiveActivityIds(instance.getId()))
                .containsExactly("publish");
    }

    private void start(Map<String, Object> variables) {
        runtime.startProcessInstanceByKey(KEY, variables);
    }

    private void as(String person, Runnable work) {
        new Somebody(engine, person).does(work);
    }

    private long instancesOf(String contentId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(contentId)
                .count();
    }

    private String definition() {
        return engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .list()
                .stream()
                .map(found -> found.getId())
                .findFirst()
                .orElseThrow();
    }
}
