package io.imprimatur.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.flow.library.RunningPosts;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import io.imprimatur.testing.RestClientAs.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasks through the product's REST and the engine's: the same answers, each with its status and a plain sentence. */
@IntegrationTest
class TaskDoorsRestTest {
    @LocalServerPort
    int port;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    ManagementService management;

    @Test
    void aReviewerTakesDecidesAndIsDone() {
        var task = legalReview();
        var legal = as("legal");
        assertThat(idsOf(legal.get("/api/tasks").json())).contains(task.id());
        assertThat(idsOf(as("clinical").get("/api/tasks").json())).doesNotContain(task.id());

        assertThat(legal.post("/api/tasks/" + task.id() + "/claim", null).statusCode())
                .isEqualTo(204);
        assertThat(legal.post("/api/tasks/" + task.id() + "/release", null).statusCode())
                .isEqualTo(204);
        assertThat(legal.post("/api/tasks/" + task.id() + "/claim", null).statusCode())
                .isEqualTo(204);
        assertThat(legal.post("/api/tasks/" + task.id() + "/decision", Map.of("decision", "APPROVE"))
                        .statusCode())
                .isEqualTo(204);

        assertThat(idsOf(legal.get("/api/tasks").json())).doesNotContain(task.id());
        assertThat(flow.openTasks(task.contentId())).extracting(FlowTask::stage).containsExactly("clinical");
    }

    @Test
    void theProductsRestAnswersRefusalsAsProblems() {
        var task = legalReview();
        var path = "/api/tasks/" + task.id();
        assertProblem(as("clinical").post(path + "/claim", null), 403);
        assertProblem(as("author").post(path + "/decision", Map.of("decision", "APPROVE")), 403);
        assertProblem(as("legal").post(path + "/decision", Map.of("decision", "APPROVE")), 409);
        assertProblem(as("legal").post(path + "/release", null), 403);
        assertProblem(as("legal").post(path + "/decision", Map.of("decision", "PUBLISH")), 400);
        assertProblem(as("legal").post(path + "/decision", Map.of("decision", 1)), 400);
        assertProblem(as("legal").post(path + "/decision", Map.of()), 400);
        assertProblem(as("legal").post(path + "/decision", Map.of("decision", "APPROVE", "reason", List.of())), 400);
        assertProblem(as("legal").post(path + "/decision", Map.of("decision", "APPROVE", "more", "words")), 400);
        assertProblem(as("legal").post(path + "/decision", "{\"decision\":"), 400);
        assertProblem(as("legal").post("/api/tasks/" + UUID.randomUUID() + "/claim", null), 404);
        assertThat(new RestClientAs(url(), null).get("/api/tasks").statusCode()).isEqualTo(401);
        assertStillOpen(task);
    }

    @Test
    void theEnginesRestAnswersRefusalsWithTheSentenceAlone() {
        var task = legalReview();
        var path = "/engine-rest/task/" + task.id();
        assertSentence(as("clinical").post(path + "/claim", Map.of("userId", "clinical")), 403, "");
        assertSentence(
                as("legal").post(path + "/complete", variables("decision", "APPROVE")),
                409,
                "Claim the task before you decide.");
        assertThat(as("legal").post(path + "/claim", Map.of("userId", "legal")).statusCode())
                .isEqualTo(204);
        for (var door : List.of("/complete", "/submit-form")) {
            assertSentence(
                    as("legal").post(path + door, variables("anything", "words")),
                    400,
                    "The approval has no variable of this name; nothing was stored.");
            assertSentence(
                    as("legal").post(path + door, variables("clinicalOutcome", "APPROVED")),
                    400,
                    "The variable clinicalOutcome is set by the product and cannot be changed.");
            assertSentence(as("legal").post(path + door, variables("decision", "REJECT")), 400, "");
            assertSentence(as("legal").post(path + door, Map.of()), 400, "Choose whether you approve");
        }
        assertStillOpen(task);
    }

    @Test
    void aStartThroughTheEnginesRestMakesAnEmptyPieceAndNothingElse() {
        var start = "/engine-rest/process-definition/key/content-approval/submit-form";
        var begun = as("author").post(start, variables("kind", "ANNOUNCEMENT"));
        assertThat(begun.statusCode()).isEqualTo(200);
        var id = UUID.fromString(begun.json().path("businessKey").asText());
        assertThat(flow.atDraft(id)).isTrue();

        assertSentence(
                as("author").post(start, variables("contentId", id.toString())),
                400,
                "The variable contentId is set by the product and cannot be changed.");
        assertSentence(as("author").post(start, Map.of()), 400, "Choose what kind of post it is.");
        assertThat(flow.openTasks(id)).hasSize(1);
    }

    private void assertStillOpen(FlowTask task) {
        assertThat(flow.openTasks(task.contentId())).extracting(FlowTask::id).containsExactly(task.id());
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).endsWith(".");
    }

    private static void assertSentence(Answer answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var message = answer.json().path("message").asText();
        assertThat(message)
                .startsWith(sentence)
                .endsWith(".")
                .doesNotContain("ENGINE-")
                .doesNotContain("Exception");
    }

    private static Map<String, Object> variables(String name, String value) {
        return Map.of("variables", Map.of(name, Map.of("value", value)));
    }

    private FlowTask legalReview() {
        return new RunningPosts(port, flow, management).inLegalReview();
    }

    private static List<String> idsOf(JsonNode tasks) {
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.path("id").asText())
                .toList();
    }

    private RestClientAs as(String person) {
        return new RestClientAs(url(), person);
    }

    private String url() {
        return "http://localhost:" + port;
    }
}
