package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.PublicationFlows;
import io.imprimatur.flow.Question;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.Publications;
import io.imprimatur.publishing.internal.PublicationWork;
import io.imprimatur.testing.DueWork;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a post that is out, in the whole application: questions to people, withdrawal, the stop. */
@IntegrationTest
class AfterPublicationTest {
    private static final String WORDS = "Zebrafinch words of compliance";

    @Autowired
    Contents contents;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    PublicationFlows flows;

    @Autowired
    Publications publications;

    @Autowired
    PublicationWork work;

    @Autowired
    ManagementService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("publishingWorker")
    SmartLifecycle worker;

    @LocalServerPort
    int port;

    @BeforeEach
    void holdTheWorker() {
        worker.stop();
    }

    @AfterEach
    void letTheWorkerWork() {
        as("compliance").put("/api/publishing/stop", Map.of("stopped", false), Map.of());
        worker.start();
    }

    @Test
    void aWithdrawalForPrivacyTakesThePostDownKeepsItAndHasTheIncidentAssessed() {
        var id = published("Withdrawn for privacy");
        var page = pageOf(id);
        assertThat(as(null).get(page).statusCode()).isEqualTo(200);
        var today = LocalDate.now(Clock.systemDefaultZone());

        assertThat(as("author")
                        .post(withdrawal(id), Map.of("reason", "PRIVACY"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("compliance")
                        .post(withdrawal(id), Map.of("reason", "BOREDOM"))
                        .statusCode())
                .isEqualTo(400);
        var ordered = as("compliance").post(withdrawal(id), Map.of("reason", "PRIVACY"));
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
        assertThat(as("compliance")
                        .post(withdrawal(id), Map.of("reason", "PRIVACY"))
                        .statusCode())
                .isEqualTo(409);
        run();

        assertThat(as(null).get(page).statusCode()).isEqualTo(404);
        assertThat(as(null).get("/newsroom/feed.atom").body()).doesNotContain("Withdrawn for privacy");
        assertThat(state(id)).isEqualTo(PublicationState.WITHDRAWN);
        assertThat(contents.require(id).state()).isEqualTo(ContentState.WITHDRAWN);
        var kept = as("compliance").get(withdrawal(id)).json();
        assertThat(kept.path("preserved")).hasSize(1);
        assertThat(kept.path("preserved").path(0).path("source").asText()).isEqualTo("LIVE");
        assertThat(kept.path("preserved").path(0).path("text").asText()).contains("Withdrawn for privacy");
        assertThat(as("author").get(withdrawal(id)).statusCode()).isEqualTo(404);

        var task = task("compliance", "INCIDENT", id);
        assertThat(Instant.parse(task.path("dueAt").asText())
                        .atZone(ZoneId.systemDefault())
                        .toLocalDate())
                .isEqualTo(today.plusDays(60));
        var answer = "/api/tasks/" + task.path("id").asText() + "/answer";
        as("compliance").post("/api/tasks/" + task.path("id").asText() + "/claim", null);
        assertThat(as("compliance")
                        .post(answer, Map.of("answer", "NOTIFICATION"))
                        .statusCode())
                .as("an assessment is documented")
                .isEqualTo(400);
        assertThat(as("compliance")
                        .post(answer, Map.of("answer", "IS_LIVE", "reason", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(as("compliance")
                        .post(answer, Map.of("answer", "NOTIFICATION", "reason", WORDS))
                        .statusCode())
                .isEqualTo(204);
        run();
        assertThat(as("compliance")
                        .get(withdrawal(id))
                        .json()
                        .path("withdrawal")
                        .path("assessment")
                        .asText())
                .isEqualTo("BREACH");
        assertThat(running(UUID.fromString(ordered.json().path("id").asText()))).isZero();
        assertThat(actions(id)).contains("WITHDRAWAL_ORDERED", "WITHDRAWAL_COMPLETED", "INCIDENT_ASSESSED");
        assertThat(wordsInEngineTables()).isEmpty();
    }

    @Test
    void whatSomebodyChangedIsCompliancesTaskWhoCanTakeItDownFromTasklist() {
        var id = published("Changed by somebody");
        jdbc.sql("UPDATE newsroom_post SET title = 'Buy now' WHERE content_id = :id")
                .param("id", id)
                .update();
        lookAgain(id);
        assertThat(state(id)).isEqualTo(PublicationState.DRIFTED);
        assertThat(tasks("manager", id)).isEmpty();
        var task = task("compliance", "DRIFTED", id).path("id").asText();
        var door = "/engine-rest/task/" + task;
        assertThat(as("legal").post(door + "/claim", Map.of("userId", "legal")).statusCode())
                .isEqualTo(403);
        assertThat(as("compliance")
                        .post(door + "/claim", Map.of("userId", "compliance"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(as("compliance")
                        .post(
                                door + "/submit-form",
                                Map.of("variables", Map.of("decision", Map.of("value", "APPROVE"))))
                        .statusCode())
                .isEqualTo(400);
        assertThat(as("compliance")
                        .post(
                                door + "/submit-form",
                                Map.of(
                                        "variables",
                                        Map.of(
                                                "decision",
                                                Map.of("value", "WITHDRAW"),
                                                "reason",
                                                Map.of("value", WORDS))))
                        .statusCode())
                .isEqualTo(204);
        run();
        assertThat(state(id)).isEqualTo(PublicationState.WITHDRAWN);
        assertThat(wordsInEngineTables()).isEmpty();
    }

    @Test
    void whatSomebodyRemovedStaysAwayWhenComplianceLeavesItSo() {
        var id = published("Removed by somebody");
        jdbc.sql("DELETE FROM newsroom_post WHERE content_id = :id")
                .param("id", id)
                .update();
        lookAgain(id);
        assertThat(state(id)).isEqualTo(PublicationState.REMOVED_EXTERNALLY);
        answer("compliance", "REMOVED", id, "KEEP");
        run();
        assertThat(state(id)).isEqualTo(PublicationState.REMOVED_EXTERNALLY);
        assertThat(tasks("compliance", id)).isEmpty();
        assertThat(as(null).get("/newsroom/feed.atom").body()).doesNotContain("Removed by somebody");
    }

    @Test
    void aQuestionThatSettlesItselfIsAskedNoMore() {
        var id = published("Settles itself");
        jdbc.sql("UPDATE newsroom_post SET title = 'Buy now' WHERE content_id = :id")
                .param("id", id)
                .update();
        lookAgain(id);
        jdbc.sql("UPDATE newsroom_post SET title = 'Settles itself' WHERE content_id = :id")
                .param("id", id)
                .update();
        var publication = publications.ofContent(id).get(0).id();
        assertThat(as("manager")
                        .post("/api/publications/" + publication + "/retry", null)
                        .statusCode())
                .isEqualTo(204);
        run();
        assertThat(state(id)).isEqualTo(PublicationState.VERIFIED);
        assertThat(tasks("compliance", id)).isEmpty();
        assertThat(running(publication)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Question.class,
            names = {"UNKNOWN", "DRIFTED", "REMOVED", "BY_HAND"})
    void everyQuestionIsAskedOfItsGroupOnceAndClosed(Question question) {
        var id = published("Our new pharmacy");
        var publication = publications.ofContent(id).get(0).id();
        transaction.executeWithoutResult(status -> flows.ask(publication, id, 1, question));
        transaction.executeWithoutResult(status -> flows.ask(publication, id, 1, question));
        var group = question == Question.UNKNOWN ? "manager" : "compliance";
        assertThat(tasks(group, id)).hasSize(1);
        assertThat(task(group, question.name(), id).path("answers"))
                .hasSize(question.answers().size());
        transaction.executeWithoutResult(status -> flows.settled(publication));
        assertThat(tasks(group, id)).isEmpty();
        assertThat(running(publication)).isZero();
    }

    @Test
    void nobodyStartsTheProductsOwnFlows() {
        for (var key : List.of("withdrawal", "publication-question")) {
            for (var person : List.of("author", "admin")) {
                assertThat(as(person)
                                .post("/engine-rest/process-definition/key/" + key + "/start", Map.of())
                                .statusCode())
                        .isGreaterThanOrEqualTo(400);
            }
            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey(key)
                            .processInstanceBusinessKeyLike("%-new-%")
                            .count())
                    .isZero();
        }
    }

    @Test
    void theStopHoldsWhatIsDueAndEveryPageSaysSo() {
        assertThat(as("manager")
                        .put("/api/publishing/stop", Map.of("stopped", true), Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("compliance")
                        .put("/api/publishing/stop", Map.of(), Map.of())
                        .statusCode())
                .isEqualTo(400);
        var id = approved("Held by the stop", () -> assertThat(as("compliance")
                        .put("/api/publishing/stop", Map.of("stopped", true, "note", "Look first."), Map.of())
                        .json()
                        .path("stopped")
                        .asBoolean())
                .isTrue());
        assertThat(state(id)).isEqualTo(PublicationState.CLAIMED);
        assertThat(as("author").get("/api/publishing/stop").json().path("note").asText())
                .isEqualTo("Look first.");
        assertThat(as("admin")
                        .get("/actuator/metrics/imprimatur.publishing.stopped")
                        .body())
                .contains("\"value\":1.0");
        as("compliance").put("/api/publishing/stop", Map.of("stopped", false), Map.of());
        run();
        assertThat(state(id)).isEqualTo(PublicationState.VERIFIED);
    }

    @Test
    void aPieceThatIsStillInReviewIsCalledOff() {
        var id = begun("Called off");
        run();
        assertThat(as("manager")
                        .post(withdrawal(id), Map.of("reason", "OUTDATED"))
                        .statusCode())
                .isEqualTo(202);
        run();
        assertThat(contents.require(id).state()).isEqualTo(ContentState.WITHDRAWN);
        assertThat(flow.openTasks(id)).isEmpty();
        assertThat(running(id)).isZero();
    }

    private void lookAgain(UUID id) {
        jdbc.sql("UPDATE publication SET due_at = now() WHERE content_id = :id")
                .param("id", id)
                .update();
        run();
    }

    private void answer(String person, String question, UUID id, String answer) {
        var task = "/api/tasks/" + task(person, question, id).path("id").asText();
        as(person).post(task + "/claim", null);
        assertThat(as(person).post(task + "/answer", Map.of("answer", answer)).statusCode())
                .isEqualTo(204);
    }

    private UUID published(String title) {
        var id = approved(title, () -> {});
        assertThat(state(id)).isEqualTo(PublicationState.VERIFIED);
        return id;
    }

    private UUID approved(String title, Runnable beforeTheLast) {
        var id = begun(title);
        run();
        decide("legal", id);
        beforeTheLast.run();
        decide("clinical", id);
        run();
        return id;
    }

    private UUID begun(String title) {
        var created = as("author")
                .post(
                        "/api/contents",
                        Map.of(
                                "kind",
                                "ANNOUNCEMENT",
                                "title",
                                title,
                                "body",
                                "Our pharmacy opens at eight.",
                                "channels",
                                List.of("newsroom"),
                                "images",
                                List.of()));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = created.json().path("id").asText();
        assertThat(as("author")
                        .post("/api/contents/" + id + "/submit", Map.of())
                        .statusCode())
                .isEqualTo(202);
        return UUID.fromString(id);
    }

    private void decide(String stage, UUID id) {
        var task = "/api/tasks/"
                + flow.openTasks(id).stream()
                        .filter(open -> stage.equals(open.stage()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        as(stage).post(task + "/claim", null);
        assertThat(as(stage)
                        .post(task + "/decision", Map.of("decision", "APPROVE"))
                        .statusCode())
                .isEqualTo(204);
        run();
    }

    private JsonNode task(String person, String question, UUID id) {
        return tasks(person, id).stream()
                .filter(task -> task.path("question").asText().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> tasks(String person, UUID id) {
        return StreamSupport.stream(as(person).get("/api/tasks").json().spliterator(), false)
                .filter(task -> task.path("contentId").asText().equals(id.toString()))
                .toList();
    }

    private PublicationState state(UUID id) {
        return publications.ofContent(id).get(0).state();
    }

    private String pageOf(UUID id) {
        return String.valueOf(publications.ofContent(id).get(0).url());
    }

    private long running(UUID businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .count();
    }

    private List<String> actions(UUID id) {
        return jdbc.sql("SELECT action FROM ledger_entry WHERE content_id = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Where the words stand that people gave as reasons. */
    private List<String> wordsInEngineTables() {
        return jdbc
                .sql("SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c"
                        + " WHERE c.table_name LIKE 'act\\_%' AND c.data_type IN ('character varying', 'text')")
                .query(String.class)
                .list()
                .stream()
                .filter(this::holdsWords)
                .toList();
    }

    private boolean holdsWords(String column) {
        var parts = column.split("\\.");
        return jdbc.sql("SELECT count(*) FROM " + parts[0] + " WHERE " + parts[1] + " LIKE :words")
                        .param("words", "%" + WORDS + "%")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void run() {
        DueWork.run(engine, work);
    }

    private static String withdrawal(UUID id) {
        return "/api/contents/" + id + "/withdrawal";
    }

    private RestClientAs as(@org.jspecify.annotations.Nullable String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }
}
