package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.audit.Door;
import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Draft;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.flow.spi.DecisionRecorder;
import io.imprimatur.platform.Refusal;
import io.imprimatur.review.Decision;
import io.imprimatur.review.Reviews;
import io.imprimatur.screening.Screenings;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.TestDatabase;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People who try to decide what they may not, and tables that somebody wrote into: nothing goes out. */
@IntegrationTest
@RecordApplicationEvents
class DecisionAbuseTest {

    @Autowired
    Contents contents;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    Screenings screenings;

    @Autowired
    Reviews reviews;

    @Autowired
    DecisionRecorder recorder;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    MediaLibrary media;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc web;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    TestDatabase database;

    @Autowired
    ApplicationEvents events;

    private JdbcClient tables;
    private Stage stage;

    @BeforeEach
    void setTheStage() {
        stage = new Stage(contents, flow, screenings, runtime, management, web);
        tables = JdbcClient.create(database.asOwner());
    }

    @AfterEach
    void takeBackMemberships() {
        tables.sql(
                        "delete from person_group where (person_id, group_name) in (('author', 'legal'), ('legal', 'clinical'))")
                .update();
        tables.sql("update person set active = true where id = 'legal'").update();
    }

    @ParameterizedTest
    @CsvSource({
        "clinicalOutcome, APPROVED, String",
        "legalOutcome, APPROVED, String",
        "contentId, 6a1e6f0a-6a0b-4c0c-9d3e-000000000001, String",
        "revision, 7, Integer",
        "furtherStages, [], String",
        "approved, true, Boolean"
    })
    void noVariableReplacesTheClinician(String name, String value, String type) {
        var walk = inLegalReview();
        var task = walk.claim("legal");
        Object typed = type.equals("Integer") ? (Object) Integer.valueOf(value) : type.equals("Boolean") ? true : value;
        var variable = Map.of("value", typed, "type", type);
        post("legal", "/task/" + task.id() + "/variables", Map.of("modifications", Map.of(name, variable)));
        post(
                "legal",
                "/process-instance/" + walk.processInstanceId() + "/variables",
                Map.of("modifications", Map.of(name, variable)));
        post(
                "legal",
                "/task/" + task.id() + "/complete",
                Map.of("variables", Map.of(name, variable, "decision", decision("APPROVE"))));
        flow.task(task.id()).ifPresent(open -> flow.decide(open.id(), "legal", TaskDecision.APPROVE, null));
        walk.runJobs();

        assertThat(walk.at()).containsExactly("clinicalReview");
        assertThat(flow.openTasks(walk.contentId())).singleElement().satisfies(open -> {
            assertThat(open.contentId()).isEqualTo(walk.contentId());
            assertThat(open.revision()).isEqualTo(1);
        });
        assertNothingWentOut(walk);
    }

    @Test
    void anUnclaimedTaskIsNotCompleted() {
        var walk = inLegalReview();
        var task = flow.openTasks(walk.contentId()).get(0);
        var answer = post(
                "legal",
                "/task/" + task.id() + "/complete",
                Map.of("variables", Map.of("decision", decision("APPROVE"))));

        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
        assertThat(answer.getBody()).contains("laim").doesNotContain("\\tat ");
        walk.isAt("legalReview");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinical", "author", "manager", "compliance"})
    void nobodyCompletesAnothersTask(String person) {
        var walk = inLegalReview();
        var task = walk.claim("legal");
        var answer = post(
                person,
                "/task/" + task.id() + "/complete",
                Map.of("variables", Map.of("decision", decision("APPROVE"))));

        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
        walk.isAt("legalReview");
        assertThat(reviews.decisions(walk.contentId())).isEmpty();
    }

    @Test
    void theDoorOfADecisionIsOnRecord() {
        var walk = inLegalReview();
        var task = walk.claim("legal");
        var answer = post(
                "legal",
                "/task/" + task.id() + "/complete",
                Map.of("variables", Map.of("decision", decision("APPROVE"))));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(reviews.decisions(walk.contentId())).singleElement().satisfies(decided -> {
            assertThat(decided.door()).isEqualTo(Door.ENGINE_REST);
            assertThat(decided.processDefinition()).startsWith("content-approval:");
            assertThat(decided.revisionHash())
                    .isEqualTo(contents.current(walk.contentId()).hash());
        });
    }

    @Test
    void anAuthorDoesNotReviewTheOwnDraft() {
        join("author", "legal");
        var walk = inLegalReview();
        var task = flow.openTasks(walk.contentId()).get(0);

        assertThatThrownBy(() -> flow.claim(task.id(), "author"))
                .hasMessage("You wrote this post, so somebody else must review it.");
        var claimed = post("author", "/task/" + task.id() + "/claim", Map.of("userId", "author"));
        assertThat(claimed.getStatusCode().is4xxClientError()).isTrue();
        assertRefused(recorded(as(task, "author"), "author"), "own-draft");
    }

    @Test
    void nobodyApprovesAtTwoStages() {
        join("legal", "clinical");
        var walk = inLegalReview().approve("legal").isAt("clinicalReview");
        var task = flow.openTasks(walk.contentId()).get(0);

        assertThatThrownBy(() -> flow.claim(task.id(), "legal"))
                .hasMessageContaining("You have approved this text at another stage");
        assertRefused(recorded(as(task, "legal"), "legal"), "approved-another-stage");
    }

    @Test
    void anOldRevisionIsNotApproved() {
        var walk = inLegalReview();
        var old = walk.claim("legal");
        walk.revise(Walk.CLEAR + " Parking is free.");

        var answer = post(
                "legal",
                "/task/" + old.id() + "/complete",
                Map.of("variables", Map.of("decision", decision("APPROVE"))));
        assertThat(answer.getStatusCode().isError()).isTrue();
        assertRefused(recorded(old, "legal"), "old-revision");
        assertThat(reviews.decisions(walk.contentId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST_CHANGES", "REJECT"})
    void aNoNeedsAReason(String decision) {
        var walk = inLegalReview();
        var task = walk.claim("legal");
        assertThatThrownBy(() -> flow.decide(task.id(), "legal", TaskDecision.valueOf(decision), "   "))
                .hasMessageContaining("Give a reason");
        var answer = post(
                "legal",
                "/task/" + task.id() + "/complete",
                Map.of("variables", Map.of("decision", decision(decision))));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("Give a reason");
        walk.isAt("legalReview");
        assertThat(state(walk)).isEqualTo(ContentState.IN_REVIEW);
    }

    @Test
    void aReasonThatNamesAPatientStaysOut() {
        var walk = inLegalReview();
        var task = walk.claim("legal");
        assertThatThrownBy(
                        () -> flow.decide(task.id(), "legal", TaskDecision.REQUEST_CHANGES, "Her SSN is 123-45-6789."))
                .isInstanceOf(RuntimeException.class)
                .hasMessageNotContaining("6789");
        walk.isAt("legalReview");
        assertThat(reviews.decisions(walk.contentId())).isEmpty();
    }

    @Test
    void anUnansweredFindingIsNotApproved() {
        var walk = begin(Walk.DOUBTFUL).submit().isAt("privacyReview");
        var task = walk.claim("compliance");
        assertThatThrownBy(() -> flow.decide(task.id(), "compliance", TaskDecision.APPROVE, "It is fine."))
                .hasMessage("Answer each finding before you approve.");
        walk.answerFindings("compliance").approve("compliance").isAt("legalReview");
    }

    @Test
    void onlyWhoHoldsAReviewAnswersFindings() {
        var walk = begin(Walk.DOUBTFUL).submit().isAt("privacyReview");
        var finding = screenings.findings(walk.contentId(), 1).get(0).id();

        assertThat(answer("compliance", walk, finding, "It is ours.").getStatusCode())
                .as("not claimed yet")
                .isEqualTo(HttpStatus.FORBIDDEN);
        walk.claim("compliance");
        assertThat(answer("privacy", walk, finding, "It is ours.").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer("author", walk, finding, "It is ours.").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer("compliance", walk, UUID.randomUUID(), "It is ours.").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer("compliance", walk, finding, " ").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer("compliance", walk, finding, "Her SSN is 123-45-6789.")
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(screenings.findings(walk.contentId(), 1))
                .allSatisfy(each -> assertThat(each.answers()).isEmpty());
        assertThat(answer("compliance", walk, finding, "It is ours.").getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stage-not-approved | update decision set revision_hash = '0000' where content_id = :id",
                "stage-not-approved | update decision set decider_group = 'authors' where content_id = :id",
                "stage-not-approved | delete from decision where content_id = :id and stage = 'clinical'",
                "stage-not-approved | update decision set person = 'author' where content_id = :id and stage = 'legal'",
                "stage-not-approved | update decision set approvals_needed = 2 where content_id = :id and stage = 'legal'",
                "stage-not-approved | update person set active = false where id = 'legal' and :id is not null",
                "same-person | update decision set person = 'legal' where content_id = :id",
                "stage-objects | update decision set decision = 'REJECT' where content_id = :id and stage = 'legal'",
                "text-altered | update revision set body = 'Something else.' where content_id = :id",
                "not-planned | delete from review_plan where content_id = :id",
                "not-screened | delete from screening_result where content_id = :id",
                "ended | update content set state = 'REJECTED' where id = :id"
            })
    void theReleaseCheckReadsTheTablesAndNothingElse(String code, String manipulation) {
        var walk = inLegalReview().approve("legal").approve("clinical");
        tables.sql(manipulation).param("id", walk.contentId()).update();
        walk.runJobs().isAt("draft");

        assertThat(events.stream(ContentEvent.ReleaseRefused.class)
                        .filter(event -> event.contentId().equals(walk.contentId())))
                .singleElement()
                .satisfies(event -> assertThat(event.code()).isEqualTo(code));
        assertNothingWentOut(walk);
    }

    @Test
    void anImageThatWasExchangedDoesNotGoOut() {
        var image = media.store(png(Color.RED), "author");
        var draft = new Draft(
                ContentKind.ANNOUNCEMENT,
                "News of our house",
                Walk.CLEAR,
                null,
                List.of(new Draft.Image(image.id(), "A red wall")),
                List.of("newsroom"),
                null);
        var walk = Walk.begin(stage, draft)
                .submit()
                .answerFindings("compliance")
                .approve("compliance")
                .approve("legal")
                .approve("clinical");
        tables.sql("update media set bytes = :bytes where id = :id")
                .param("bytes", png(Color.BLUE))
                .param("id", image.id())
                .update();
        walk.runJobs().isAt("draft");
        assertNothingWentOut(walk);
    }

    @Test
    void everyReadByOthersThanTheAuthorIsOnRecord() {
        var walk = inLegalReview();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            reviews.noteRead(walk.contentId(), "author");
            reviews.noteRead(walk.contentId(), "legal");
        });
        assertThat(tables.sql(
                                "select actor from ledger_entry where content_id = :id and action = 'UNPUBLISHED_CONTENT_READ'")
                        .param("id", walk.contentId())
                        .query(String.class)
                        .list())
                .containsExactly("legal");
    }

    @Test
    void theApplicationCannotRewriteDecisions() {
        var runtimeRole = JdbcClient.create(database.asRuntime());
        for (var statement : new String[] {
            "update decision set person = 'legal'",
            "delete from decision",
            "truncate decision",
            "update review_plan set stages = '{}'",
            "delete from review_plan"
        }) {
            assertThatThrownBy(() -> runtimeRole.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(BadSqlGrammarException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void anApprovalOfAnEarlierRevisionDoesNotCarryOver() {
        var walk = inLegalReview().approve("legal").isAt("clinicalReview");
        walk.revise(Walk.CLEAR + " Parking is free.").isAt("legalReview");
        walk.revise(Walk.CLEAR).isAt("legalReview");

        assertThat(contents.revision(walk.contentId(), 3).body())
                .isEqualTo(contents.revision(walk.contentId(), 1).body());
        assertThat(contents.revision(walk.contentId(), 3).hash())
                .isNotEqualTo(contents.revision(walk.contentId(), 1).hash());
        assertThat(reviews.decisions(walk.contentId()))
                .extracting(Decision::revision)
                .containsExactly(1);
    }

    @Test
    void whoeverHasNoPartInAPieceDoesNotReadIt() {
        var walk = inLegalReview();
        assertThat(reviews.mayRead(walk.contentId(), "author")).isTrue();
        assertThat(reviews.mayRead(walk.contentId(), "legal")).isTrue();
        assertThat(reviews.mayRead(walk.contentId(), "compliance")).isTrue();
        assertThat(reviews.mayRead(walk.contentId(), "clinical")).isFalse();
        assertThat(reviews.mayRead(walk.contentId(), "manager")).isFalse();
        assertThat(reviews.mayRead(walk.contentId(), "nobody")).isFalse();
    }

    @Test
    void anAuthorLearnsThatNobodyIsLeftToReview() {
        var walk = begin(Walk.CLEAR);
        assertThat(reviews.stagesWithoutReviewer(walk.contentId())).isEmpty();
        tables.sql("update person set active = false where id = 'legal'").update();
        assertThat(reviews.stagesWithoutReviewer(walk.contentId())).containsExactly("legal");
    }

    private Walk begin(String body) {
        return Walk.begin(stage, ContentKind.ANNOUNCEMENT, body, null);
    }

    private Walk inLegalReview() {
        return begin(Walk.CLEAR).submit().isAt("legalReview");
    }

    private static byte[] png(Color colour) {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setColor(colour);
        paint.fillRect(0, 0, 8, 8);
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private ContentState state(Walk walk) {
        return contents.require(walk.contentId()).state();
    }

    private void join(String person, String group) {
        tables.sql("insert into person_group (person_id, group_name) values (:person, :group)")
                .param("person", person)
                .param("group", group)
                .update();
    }

    private Runnable recorded(FlowTask task, String person) {
        return () -> recorder.record(task, person, TaskDecision.APPROVE, "It may go out.");
    }

    private static FlowTask as(FlowTask task, String assignee) {
        return new FlowTask(
                task.id(),
                task.elementId(),
                task.name(),
                task.stage(),
                task.approvalsNeeded(),
                task.contentId(),
                task.revision(),
                assignee,
                task.candidateGroups(),
                task.createdAt(),
                task.dueAt(),
                task.processDefinition());
    }

    private static void assertRefused(Runnable attempt, String code) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private void assertNothingWentOut(Walk walk) {
        assertThat(tables.sql("select count(*) from publication where content_id = :id")
                        .param("id", walk.contentId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Map<String, Object> decision(String value) {
        return Map.of("value", value, "type", "String");
    }

    private ResponseEntity<String> post(String person, String path, Map<String, ?> body) {
        return rest.withBasicAuth(person, person).postForEntity("/engine-rest" + path, body, String.class);
    }

    private ResponseEntity<String> answer(String person, Walk walk, UUID finding, String reason) {
        return rest.withBasicAuth(person, person)
                .exchange(
                        "/api/contents/{id}/findings/{finding}/answer",
                        HttpMethod.PUT,
                        new HttpEntity<>(Map.of("reason", reason)),
                        String.class,
                        walk.contentId(),
                        finding);
    }
}
