package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.flow.StepReached;
import io.imprimatur.flow.internal.approval.EngineWork;
import io.imprimatur.testing.AroundTheGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The building blocks {@code waitUntil} and {@code notify}. */
@FlowTest
class WaitAndTellTest {
    private static final PolicyQuestion STORY = new PolicyQuestion("PATIENT_STORY", List.of());
    private static final Path MODEL = Path.of("src/test/resources/bpmn/steps/waiting.bpmn");

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @Autowired
    EngineWork work;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    FakeDesk desk;

    @Autowired
    Captured events;

    private String models;
    private String policy;

    @BeforeEach
    void deploy() throws IOException {
        models = engine.getRepositoryService()
                .createDeployment()
                .addString("waiting.bpmn", Files.readString(MODEL))
                .deploy()
                .getId();
        policy = Policies.deploy(engine, STORY.kind(), "waiting");
    }

    @AfterEach
    void remove() {
        engine.getRepositoryService().deleteDeployment(policy, true);
        engine.getRepositoryService().deleteDeployment(models, true);
    }

    private UUID handedIn(@Nullable String publishAt) {
        var id = desk.piece("author");
        flow.start(id, 1, "author", STORY);
        work.asProduct(() -> {
            engine.getRuntimeService().setVariable(Somebody.instanceOf(engine, id), "publishAt", publishAt);
            return true;
        });
        flow.submit(id, 1);
        return id;
    }

    @Test
    void aPostWaitsForItsTimeByATimerOfTheEngine() {
        var time = Instant.parse("2031-05-06T07:08:09Z");
        var id = handedIn(time.toString());
        var timer = timer(id);
        assertThat(timer.getDuedate()).isEqualTo(Date.from(time));
        assertThat(timer.getJobDefinitionId()).isNotNull();
        assertThat(at(id)).containsExactly("untilTime");

        forgetWhatWasRead();
        management.executeJob(timer.getId());
        assertThat(at(id)).containsExactly("coolOff");
    }

    @Test
    void aPostWithoutATimePassesAtOnce() {
        var id = handedIn(null);
        var timer = timer(id);
        assertThat(timer.getDuedate()).isBeforeOrEqualTo(timer.getCreateTime());
        management.executeJob(timer.getId());
        assertThat(at(id)).containsExactly("coolOff");
    }

    @Test
    void aPostWaitsForAsLongAsTheModelSays() {
        var id = handedIn(null);
        management.executeJob(timer(id).getId());
        var timer = timer(id);
        var wait = Duration.between(
                timer.getCreateTime().toInstant(), timer.getDuedate().toInstant());
        assertThat(wait)
                .isBetween(
                        Duration.ofHours(2).minusSeconds(1), Duration.ofHours(2).plusSeconds(1));
    }

    @Test
    void aStepThatIsLeftLeavesNoTimerBehind() {
        var id = handedIn("2031-05-06T07:08:09Z");
        flow.submit(id, 2);
        assertThat(flow.atDraft(id)).isTrue();
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(Somebody.instanceOf(engine, id))
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "P", "PT", "legalOutcome", "${publishAt}", "PT2H;PT3H"})
    void aStepThatDoesNotSayUntilWhenIsRefused(String until) throws IOException {
        var model = Files.readString(MODEL).replace("value=\"publishAt\"", "value=\"" + until + "\"");
        assertThatThrownBy(() -> AroundTheGate.deploy(engine, Map.of("waiting.bpmn", model)))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("Say until when this step waits");
    }

    @Test
    void anEventThatShouldWaitStopsInsteadOfPassing() throws IOException {
        var model = Files.readString(MODEL)
                .replace(
                        "id=\"overDef\" camunda:delegateExpression=\"${notify}\"",
                        "id=\"overDef\" camunda:delegateExpression=\"${waitUntil}\"");
        var hole = AroundTheGate.deploy(engine, Map.of("waiting.bpmn", model));
        var id = handedIn(null);
        management.executeJob(timer(id).getId());
        assertThatThrownBy(() -> management.executeJob(timer(id).getId())).isInstanceOf(IllegalStateException.class);
        assertThat(at(id)).containsExactly("coolOff");
        engine.getRepositoryService().deleteDeployment(hole, true);
    }

    @Test
    void groupsAreToldWhereAPostHasComeTo() {
        var id = handedIn(null);
        management.executeJob(timer(id).getId());
        management.executeJob(timer(id).getId());
        assertThat(events.reached(id))
                .containsExactly(
                        new StepReached(id, 1, "clinical", "Nearly there"),
                        new StepReached(id, 1, "legal", "All done"));
    }

    private List<String> at(UUID id) {
        return engine.getRuntimeService().getActiveActivityIds(Somebody.instanceOf(engine, id));
    }

    private Job timer(UUID id) {
        return management
                .createJobQuery()
                .processInstanceId(Somebody.instanceOf(engine, id))
                .timers()
                .singleResult();
    }

    /** As after a restart: models are read from the database again. */
    private void forgetWhatWasRead() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardProcessDefinitionCache();
    }
}
