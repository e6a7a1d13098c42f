package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.TaskReminded;
import io.imprimatur.review.Decision;
import io.imprimatur.review.Reviews;
import io.imprimatur.screening.Screenings;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

/** Walks every way through {@code content-approval.bpmn}; the last test fails when an element or a flow was left out. */
@IntegrationTest
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContentApprovalPathsTest {
    private static final Duration PAST_REMINDER = Duration.ofHours(25);
    private static final Duration PAST_ESCALATION = Duration.ofHours(49);
    private static final String BRAND = "brand";

    private final List<String> walked = new ArrayList<>();

    @Autowired
    Contents contents;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    Screenings screenings;

    @Autowired
    Reviews reviews;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    MockMvc web;

    @Autowired
    TestDatabase database;

    @Autowired
    ApplicationEvents events;

    private Stage stage;
    private String brandPolicy;

    @BeforeAll
    void addABrandStageForCorrections() throws Exception {
        var tables = JdbcClient.create(database.asOwner());
        tables.sql(
                        """
                        insert into person (id, display_name, email, password_hash)
                        select 'brand', 'Bruno Brand', 'brand@imprimatur.local', password_hash from person where id = 'legal'
                        """)
                .update();
        tables.sql("insert into person_group (person_id, group_name) values ('brand', 'brand')")
                .update();
        var policy = Files.readString(Path.of("processes/release-policy.dmn"))
                .replace("</decisionTable>", rule() + "</decisionTable>");
        brandPolicy = repository
                .createDeployment()
                .name("policy with a brand stage")
                .addString("release-policy.dmn", policy)
                .deploy()
                .getId();
    }

    private static String rule() {
        return """
                <rule id="correction">
                  <inputEntry id="correctionKind"><text>"CORRECTION"</text></inputEntry>
                  <inputEntry id="correctionChannels"><text>list contains(?, "newsroom")</text></inputEntry>
                  <outputEntry id="correctionProcessKey"><text></text></outputEntry>
                  <outputEntry id="correctionStage"><text>"brand"</text></outputEntry>
                </rule>
                """;
    }

    @AfterAll
    void removeIt() {
        repository.deleteDeployment(brandPolicy, true);
        var tables = JdbcClient.create(database.asOwner());
        tables.sql("delete from person_group where person_id = 'brand'").update();
        tables.sql("delete from person where id = 'brand'").update();
    }

    @BeforeEach
    void setTheStage() {
        stage = new Stage(contents, flow, screenings, runtime, management, web);
    }

    @Test
    void aClearPostIsApprovedByTwoAndPublished() {
        var walk = begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR).isAt("draft").submit();
        walk.isAt("legalReview").approve("legal").isAt("clinicalReview").approve("clinical");
        assertThat(walk.at()).contains("publish");
        walk.published();

        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
        assertThat(reviews.planOf(walk.contentId(), 1).orElseThrow().requiredStages())
                .containsExactly("legal", "clinical");
        assertThat(reviews.decisions(walk.contentId()))
                .extracting(Decision::person)
                .containsExactly("legal", "clinical");
    }

    @Test
    void aFindingIsAnsweredInPrivacyReview() {
        var walk = begin(ContentKind.HEALTH_ADVICE, Walk.DOUBTFUL).submit().isAt("privacyReview");
        walk.answerFindings("compliance").approve("compliance").isAt("legalReview");
        walk.approve("legal").approve("clinical").published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void whatBlocksReturnsToItsAuthor() {
        var walk = begin(ContentKind.ANNOUNCEMENT, Walk.BLOCKED).submit().isAt("draft");
        assertThat(state(walk)).isEqualTo(ContentState.DRAFT);
        walk.revise(Walk.CLEAR).isAt("draft").submit().isAt("legalReview");
    }

    @Test
    void aContestedBlockIsOverriddenByTwoPeople() {
        var walk =
                begin(ContentKind.ANNOUNCEMENT, Walk.BLOCKED).submit().contest().isAt("privacyReview");
        walk.answerFindings("compliance").approve("compliance").isAt("privacyReview");
        var second = flow.openTasks(walk.contentId()).get(0).id();
        assertThatThrownBy(() -> flow.claim(second, "compliance"))
                .hasMessage("You have approved this text already; now another person must.");
        walk.answerFindings("privacy").approve("privacy").isAt("legalReview");
        walk.approve("legal").approve("clinical").published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void aPatientStoryIsReadForPrivacyWhateverScreeningSays() {
        var walk = begin(ContentKind.PATIENT_STORY, Walk.CLEAR).submit().isAt("privacyReview");
        walk.approve("compliance").isAt("legalReview");
        assertThat(reviews.planOf(walk.contentId(), 1).orElseThrow().requiredStages())
                .containsExactly("privacy", "legal", "clinical");
    }

    @Test
    void thePolicyAddsAStage() {
        var walk = atBrand();
        assertThat(flow.openTasks(walk.contentId())).singleElement().satisfies(task -> {
            assertThat(task.stage()).isEqualTo(BRAND);
            assertThat(task.candidateGroups()).containsExactly(BRAND);
        });
        walk.approve(BRAND).published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy", "legal", "clinical", BRAND})
    void changesAskedLeadBackToTheAuthorWithTheReason(String stageName) {
        var walk = at(stageName).askChanges(reviewerOf(stageName)).isAt("draft");

        assertThat(state(walk)).isEqualTo(ContentState.DRAFT);
        assertThat(last(walk).reason()).isEqualTo("Please name the source.");
        assertThat(last(walk).stage()).isEqualTo(stageName);
        walk.revise(Walk.CLEAR + " Bring your card.").submit();
        assertThat(walk.at()).doesNotContain("draft");
    }

    @Test
    void theSameTextHandedInAgainIsReviewedAgainAndPublished() {
        var walk = at("clinical").askChanges("clinical").isAt("draft").submit().isAt("legalReview");
        walk.approve("legal").isAt("clinicalReview").approve("clinical").published();

        assertThat(walk.revision()).isEqualTo(1);
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy", "legal", "clinical", BRAND})
    void aRejectionEndsThePost(String stageName) {
        var walk = at(stageName).reject(reviewerOf(stageName));

        assertThat(walk.ended()).isTrue();
        assertThat(state(walk)).isEqualTo(ContentState.REJECTED);
        assertThat(last(walk).reason()).isEqualTo("This is not for us to say.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy", "legal", "clinical", BRAND})
    void aNewRevisionBeginsAgainAtScreening(String stageName) {
        var walk = at(stageName);
        var before = walk.at();
        walk.revise(Walk.CLEAR + " Parking is free.");

        assertThat(walk.revision()).isEqualTo(2);
        assertThat(screenings.verdict(walk.contentId(), 2)).isPresent();
        assertThat(walk.at()).isEqualTo(stageName.equals("privacy") ? before : List.of("legalReview"));
        assertThat(flow.openTasks(walk.contentId()))
                .allSatisfy(task -> assertThat(task.revision()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy", "legal", "clinical", BRAND})
    void aReviewThatWaitsIsRemindedAndThenEscalated(String stageName) {
        var walk = at(stageName);
        var waiting = walk.at();
        walk.after(PAST_REMINDER);
        assertThat(reminders(walk, false)).isEqualTo(1);
        assertThat(reminders(walk, true)).isZero();
        walk.after(PAST_ESCALATION);
        assertThat(reminders(walk, true)).isEqualTo(1);
        assertThat(walk.at()).isEqualTo(waiting);
        walk.after(PAST_ESCALATION);
        assertThat(reminders(walk, false)).isEqualTo(1);
    }

    @Test
    void anAuthorIsRemindedOfADraft() {
        var walk =
                begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR).after(PAST_REMINDER).isAt("draft");
        assertThat(reminders(walk, false)).isEqualTo(1);
    }

    @Test
    void aPostWaitsForItsTime() {
        var walk = atSchedule();
        assertThat(state(walk)).isEqualTo(ContentState.SCHEDULED);
        walk.runJobs();
        assertThat(walk.at()).contains("schedule");
        walk.after(Duration.ofHours(3)).published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void aNewRevisionWhileItWaitsForItsTimeIsReviewedAnew() {
        atSchedule().revise(Walk.CLEAR + " Parking is free.").isAt("legalReview");
    }

    @Test
    void aRefusedReleaseReturnsToTheAuthor() {
        var walk = approved("delete from decision where content_id = :id and stage = 'clinical'");
        walk.runJobs().isAt("draft");
        assertThat(state(walk)).isEqualTo(ContentState.DRAFT);
    }

    @Test
    void whatWaitedUntilItsApprovalsExpiredIsReviewedAgainAndThenGoesOut() {
        var walk = approved("update decision set decided_at = decided_at - interval '31 days' where content_id = :id");
        walk.runJobs().isAt("legalReview");
        walk.approve("legal").approve("clinical").published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    /** Approved, and not sent yet when the database is changed. */
    private Walk approved(String change) {
        var walk = begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR)
                .submit()
                .approve("legal")
                .approve("clinical");
        JdbcClient.create(database.asOwner())
                .sql(change)
                .param("id", walk.contentId())
                .update();
        return walk;
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndEveryFlowWasWalked() throws Exception {
        try (var model = Files.newInputStream(Path.of("processes/content-approval.bpmn"))) {
            var coverage = new Coverage(Bpmn.readModelFromStream(model), history, walked);
            assertThat(coverage.elementsNotReached()).isEmpty();
            assertThat(coverage.flowsNotWalked()).isEmpty();
        }
    }

    private Walk begin(ContentKind kind, String body) {
        return begin(kind, body, null);
    }

    private Walk begin(ContentKind kind, String body, @Nullable Instant publishAt) {
        var walk = Walk.begin(stage, kind, body, publishAt);
        walked.add(walk.processInstanceId());
        return walk;
    }

    private Walk at(String stageName) {
        Map<String, Consumer<Walk>> before = Map.of(
                "legal", walk -> {},
                "clinical", walk -> walk.approve("legal"));
        return switch (stageName) {
            case "privacy" ->
                begin(ContentKind.PATIENT_STORY, Walk.CLEAR).submit().isAt("privacyReview");
            case BRAND -> atBrand();
            default -> {
                var walk = begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR).submit();
                before.get(stageName).accept(walk);
                yield walk.isAt(stageName + "Review");
            }
        };
    }

    private Walk atBrand() {
        return begin(ContentKind.CORRECTION, Walk.CLEAR)
                .submit()
                .approve("legal")
                .approve("clinical")
                .isAt("furtherReview");
    }

    private Walk atSchedule() {
        var inTwoHours = Instant.now().plus(Duration.ofHours(2));
        var walk = begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR, inTwoHours)
                .submit()
                .approve("legal")
                .approve("clinical");
        assertThat(walk.at()).contains("schedule");
        return walk;
    }

    private static String reviewerOf(String stageName) {
        return stageName.equals("privacy") ? "compliance" : stageName;
    }

    private ContentState state(Walk walk) {
        return contents.require(walk.contentId()).state();
    }

    private Decision last(Walk walk) {
        var decisions = reviews.decisions(walk.contentId());
        return decisions.get(decisions.size() - 1);
    }

    private long reminders(Walk walk, boolean escalated) {
        return events.stream(TaskReminded.class)
                .filter(reminded -> reminded.task().contentId().equals(walk.contentId()))
                .filter(reminded -> reminded.escalated() == escalated)
                .count();
    }
}
