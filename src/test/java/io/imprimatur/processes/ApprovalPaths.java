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
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
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

/** Walks every way through an approval flow; the last test fails when an element or a flow was left out. */
@IntegrationTest
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ApprovalPaths {
    private static final Duration PAST_REMINDER = Duration.ofHours(25);
    private static final Duration PAST_ESCALATION = Duration.ofHours(49);
    static final String BRAND = "brand";

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
    private String policy;

    /** The flow that is walked. */
    abstract ShippedFlow model();

    /** Elements that wait for reviewers of a post in which nothing was found. */
    abstract List<String> firstReviews();

    /** Brings a post with which screening is done to where that stage waits. */
    abstract Walk towards(String stageName, Walk walk);

    /** Everybody approves. */
    abstract Walk reviewed(Walk walk);

    /** Everybody approves a text that went back unchanged: those whose approval stands need not approve again. */
    Walk reviewedAgain(Walk walk) {
        return reviewed(walk);
    }

    /** One asked for changes: brings the post back to its author. */
    Walk changesAsked(String stageName, Walk walk) {
        return walk.askChanges(reviewerOf(stageName)).isAt("draft");
    }

    /** Where a post is that everybody has approved and that has no time of publication. */
    String afterReviews() {
        return "publish";
    }

    /** The element that waits for the time of publication. */
    String timer() {
        return "schedule";
    }

    @BeforeAll
    void sendEverythingThroughThisFlowAndCorrectionsToABrandStage() throws Exception {
        addPerson(BRAND, BRAND);
        addPerson("lawyer", "legal");
        var table = Files.readString(Path.of("processes/release-policy.dmn"))
                .replace("\"content-approval\"", "\"" + model().key() + "\"")
                .replace("</decisionTable>", rule() + "</decisionTable>");
        policy = repository
                .createDeployment()
                .name("policy with a brand stage")
                .addString("release-policy.dmn", table)
                .deploy()
                .getId();
    }

    private void addPerson(String id, String group) {
        var tables = JdbcClient.create(database.asOwner());
        tables.sql(
                        """
                        insert into person (id, display_name, email, password_hash)
                        select :id, :id, :id || '@imprimatur.local', password_hash from person where id = 'legal'
                        """)
                .param("id", id)
                .update();
        tables.sql("insert into person_group (person_id, group_name) values (:id, :group)")
                .param("id", id)
                .param("group", group)
                .update();
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
    void removeThem() {
        repository.deleteDeployment(policy, true);
        var tables = JdbcClient.create(database.asOwner());
        tables.sql("delete from person_group where person_id in ('brand', 'lawyer')")
                .update();
        tables.sql("delete from person where id in ('brand', 'lawyer')").update();
    }

    @BeforeEach
    void setTheStage() {
        stage = new Stage(contents, flow, screenings, runtime, management, web);
    }

    @Test
    void aClearPostIsApprovedAndPublished() {
        var walk = begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR).isAt("draft").submit();
        assertThat(walk.definitionKey()).isEqualTo(model().key());
        assertThat(walk.at()).isEqualTo(firstReviews());
        walk = reviewed(walk);
        assertThat(walk.at()).contains(afterReviews());
        walk.published();

        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
        assertThat(reviews.planOf(walk.contentId(), 1).orElseThrow().requiredStages())
                .containsExactly("legal", "clinical");
        assertThat(reviews.decisions(walk.contentId()))
                .extracting(Decision::person)
                .contains("legal", "clinical");
    }

    @Test
    void aFindingIsAnsweredInPrivacyReview() {
        var walk = begin(ContentKind.HEALTH_ADVICE, Walk.DOUBTFUL).submit().isAt("privacyReview");
        walk.answerFindings("compliance").approve("compliance");
        assertThat(walk.at()).isEqualTo(firstReviews());
        reviewed(walk).published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void whatBlocksReturnsToItsAuthor() {
        var walk = begin(ContentKind.ANNOUNCEMENT, Walk.BLOCKED).submit().isAt("draft");
        assertThat(state(walk)).isEqualTo(ContentState.DRAFT);
        walk.revise(Walk.CLEAR).isAt("draft").submit();
        assertThat(walk.at()).isEqualTo(firstReviews());
    }

    @Test
    void aContestedBlockIsOverriddenByTwoPeople() {
        var walk =
                begin(ContentKind.ANNOUNCEMENT, Walk.BLOCKED).submit().contest().isAt("privacyReview");
        walk.answerFindings("compliance").approve("compliance").isAt("privacyReview");
        var second = flow.openTasks(walk.contentId()).get(0).id();
        assertThatThrownBy(() -> flow.claim(second, "compliance"))
                .hasMessage("You have approved this text already; now another person must.");
        reviewed(walk.answerFindings("privacy").approve("privacy")).published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void aPatientStoryIsReadForPrivacyWhateverScreeningSays() {
        var walk = begin(ContentKind.PATIENT_STORY, Walk.CLEAR).submit().isAt("privacyReview");
        assertThat(walk.approve("compliance").at()).isEqualTo(firstReviews());
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
        var walk = changesAsked(stageName, at(stageName));

        assertThat(state(walk)).isEqualTo(ContentState.DRAFT);
        assertThat(reviews.decisions(walk.contentId())).anySatisfy(decision -> {
            assertThat(decision.reason()).isEqualTo("Please name the source.");
            assertThat(decision.stage()).isEqualTo(stageName);
        });
        walk.revise(Walk.CLEAR + " Bring your card.").submit();
        assertThat(walk.at()).doesNotContain("draft");
    }

    @Test
    void theSameTextHandedInAgainIsReviewedAgainAndPublished() {
        var walk = changesAsked("clinical", at("clinical")).submit();
        assertThat(walk.at()).isEqualTo(firstReviews());
        reviewedAgain(walk).published();

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
        assertThat(walk.at()).isEqualTo(stageName.equals("privacy") ? before : firstReviews());
        assertThat(flow.openTasks(walk.contentId()))
                .allSatisfy(task -> assertThat(task.revision()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy", "legal", "clinical", BRAND})
    void aReviewThatWaitsIsRemindedAndThenEscalated(String stageName) {
        var walk = at(stageName);
        var waiting = walk.at();
        walk.after(PAST_REMINDER);
        assertThat(reminders(walk, stageName, false)).isEqualTo(1);
        assertThat(reminders(walk, stageName, true)).isZero();
        walk.after(PAST_ESCALATION);
        assertThat(reminders(walk, stageName, true)).isEqualTo(1);
        assertThat(walk.at()).isEqualTo(waiting);
        walk.after(PAST_ESCALATION);
        assertThat(reminders(walk, stageName, false)).isEqualTo(1);
    }

    @Test
    void anAuthorIsRemindedOfADraft() {
        var walk =
                begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR).after(PAST_REMINDER).isAt("draft");
        assertThat(reminders(walk, null, false)).isEqualTo(1);
    }

    @Test
    void aPostWaitsForItsTime() {
        var walk = atSchedule();
        assertThat(state(walk)).isEqualTo(ContentState.SCHEDULED);
        walk.runJobs();
        assertThat(walk.at()).contains(timer());
        walk.after(Duration.ofHours(3)).published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void aNewRevisionWhileItWaitsForItsTimeIsReviewedAnew() {
        var walk = atSchedule().revise(Walk.CLEAR + " Parking is free.");
        assertThat(walk.at()).isEqualTo(firstReviews());
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
        assertThat(walk.runJobs().at()).isEqualTo(firstReviews());
        reviewed(walk).published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    /** Approved, and not sent yet when the database is changed. */
    private Walk approved(String change) {
        var walk = reviewed(begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR).submit());
        JdbcClient.create(database.asOwner())
                .sql(change)
                .param("id", walk.contentId())
                .update();
        return walk;
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndEveryFlowWasWalked() {
        var coverage = new Coverage(model().model(), history, walked);
        assertThat(coverage.elementsNotReached()).isEmpty();
        assertThat(coverage.flowsNotWalked()).isEmpty();
    }

    Walk begin(ContentKind kind, String body) {
        return begin(kind, body, null);
    }

    Walk begin(ContentKind kind, String body, @Nullable Instant publishAt) {
        var walk = Walk.begin(stage, kind, body, publishAt);
        walked.add(walk.processInstanceId());
        return walk;
    }

    Walk at(String stageName) {
        return switch (stageName) {
            case "privacy" ->
                begin(ContentKind.PATIENT_STORY, Walk.CLEAR).submit().isAt("privacyReview");
            case BRAND -> atBrand();
            default ->
                towards(stageName, begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR).submit());
        };
    }

    private Walk atBrand() {
        return reviewed(begin(ContentKind.CORRECTION, Walk.CLEAR).submit()).isAt("furtherReview");
    }

    private Walk atSchedule() {
        var inTwoHours = Instant.now().plus(Duration.ofHours(2));
        var walk =
                reviewed(begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR, inTwoHours).submit());
        assertThat(walk.at()).contains(timer());
        return walk;
    }

    static String reviewerOf(String stageName) {
        return stageName.equals("privacy") ? "compliance" : stageName;
    }

    ContentState state(Walk walk) {
        return contents.require(walk.contentId()).state();
    }

    private Decision last(Walk walk) {
        var decisions = reviews.decisions(walk.contentId());
        return decisions.get(decisions.size() - 1);
    }

    private long reminders(Walk walk, @Nullable String stageName, boolean escalated) {
        return events.stream(TaskReminded.class)
                .filter(reminded -> reminded.task().contentId().equals(walk.contentId()))
                .filter(reminded -> Objects.equals(reminded.task().stage(), stageName))
                .filter(reminded -> reminded.escalated() == escalated)
                .count();
    }
}
