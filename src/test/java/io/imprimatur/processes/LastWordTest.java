package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.flow.internal.approval.EngineWork;
import io.imprimatur.publishing.Publications;
import io.imprimatur.screening.Screenings;
import io.imprimatur.testing.AroundTheGate;
import io.imprimatur.testing.IntegrationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whatever a flow says, and wherever somebody puts its token: without the approvals nothing goes out. */
@IntegrationTest
class LastWordTest {
    @Autowired
    Contents contents;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    Screenings screenings;

    @Autowired
    Publications publications;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineWork work;

    @Autowired
    MockMvc web;

    private final List<String> deployed = new ArrayList<>();
    private Stage stage;

    @BeforeEach
    void setTheStage() {
        stage = new Stage(contents, flow, screenings, runtime, management, web);
    }

    @AfterEach
    void remove() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "legalReview", "clinicalReview"})
    void aTokenThatIsPutBeforePublishLetsNothingOut(String from) {
        var walk = at(from);
        jump(walk, from, "publish");
        walk.runJobs();
        assertNothingIsOut(walk);
        assertThat(walk.at()).containsExactly("draft");
    }

    @Test
    void aTokenThatIsPutBeforePublishWithANewRevisionLetsNothingOut() {
        var walk = at("clinicalReview").revise(Walk.CLEAR + " Parking is free.").approve("legal");
        jump(walk, "clinicalReview", "publish");
        walk.runJobs();
        assertNothingIsOut(walk);
    }

    @Test
    void aTokenThatIsPutBehindPublishLetsNothingOut() {
        var walk = at("legalReview");
        jump(walk, "legalReview", "verifyLive");
        assertThat(runOnce(walk)).isEmpty();
        assertNothingIsOut(walk);
    }

    @Test
    void aModelThatLeadsStraightToPublishLetsNothingOut() throws Exception {
        sendPromotionsThrough("straight");
        var walk = Walk.begin(stage, ContentKind.PROMOTION, Walk.CLEAR, null);
        contents.submit(walk.contentId(), "author", null);
        assertThat(runOnce(walk)).hasSize(1);
        assertThat(walk.definitionKey()).isEqualTo("straight");
        assertNothingIsOut(walk);
        assertThat(walk.at()).containsExactly("goOut");
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_CHANGES", "REJECT"})
    void aModelThatDoesNotListenLetsNothingOut(TaskDecision decision) throws Exception {
        sendPromotionsThrough("deaf");
        var walk = Walk.begin(stage, ContentKind.PROMOTION, Walk.CLEAR, null).submit();
        walk.decide("legal", decision, "Please do not.").approve("clinical");
        assertThat(runOnce(walk)).isEmpty();
        assertThat(runOnce(walk)).hasSize(1);
        assertThat(walk.definitionKey()).isEqualTo("deaf");
        assertNothingIsOut(walk);
        assertThat(contents.require(walk.contentId()).state())
                .isEqualTo(decision == TaskDecision.REJECT ? ContentState.REJECTED : ContentState.DRAFT);
    }

    @Test
    void theSameModelLetsOutWhatEverybodyApproved() throws Exception {
        sendPromotionsThrough("deaf");
        var walk = Walk.begin(stage, ContentKind.PROMOTION, Walk.CLEAR, null).submit();
        walk.approve("legal").approve("clinical").published();
        assertThat(publications.ofContent(walk.contentId())).isNotEmpty();
    }

    private Walk at(String element) {
        var walk = Walk.begin(stage, ContentKind.ANNOUNCEMENT, Walk.CLEAR, null);
        return switch (element) {
            case "draft" -> walk;
            case "legalReview" -> walk.submit();
            default -> walk.submit().approve("legal");
        };
    }

    private void jump(Walk walk, String from, String to) {
        work.asProduct(() -> {
            runtime.createProcessInstanceModification(walk.processInstanceId())
                    .cancelAllForActivity(from)
                    .startBeforeActivity(to)
                    .execute(true, true);
            return true;
        });
    }

    /** Runs what waits, and returns why jobs failed; such a job stays where it is, as an incident. */
    private List<Throwable> runOnce(Walk walk) {
        return management.createJobQuery().processInstanceId(walk.processInstanceId()).messages().list().stream()
                .map(Job::getId)
                .map(job -> catchThrowable(() -> management.executeJob(job)))
                .filter(Objects::nonNull)
                .toList();
    }

    private void sendPromotionsThrough(String key) throws Exception {
        deployed.add(AroundTheGate.deploy(
                engine,
                Map.of(
                        key + ".bpmn",
                        Files.readString(
                                Path.of("src/test/resources/bpmn/holes").resolve(key + ".bpmn")))));
        var row =
                """
                <rule id="promotion">
                  <inputEntry id="promotionKind"><text>"PROMOTION"</text></inputEntry>
                  <inputEntry id="promotionChannels"><text></text></inputEntry>
                  <outputEntry id="promotionFlow"><text>"%s"</text></outputEntry>
                  <outputEntry id="promotionStage"><text></text></outputEntry>
                </rule>
                """
                        .formatted(key);
        var table = Files.readString(Path.of("processes/release-policy.dmn"))
                .replace("</decisionTable>", row + "</decisionTable>");
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .addString("release-policy.dmn", table)
                .deploy()
                .getId());
    }

    private void assertNothingIsOut(Walk walk) {
        assertThat(publications.ofContent(walk.contentId())).isEmpty();
        assertThat(contents.require(walk.contentId()).state())
                .isNotIn(ContentState.PUBLISHING, ContentState.PUBLISHED, ContentState.PARTLY_PUBLISHED);
    }
}
