package io.imprimatur.flow.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Posts that run are moved to another version of their flow, as far as it has a place for them. */
@IntegrationTest
class MigrationTest {
    private static final String FLOW = "content-approval";

    @LocalServerPort
    int port;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    /** Other tests' posts take the flow of the house. */
    @AfterEach
    void standardInForce() {
        if (!new String(model(latest()), StandardCharsets.UTF_8).equals(Models.standard())) {
            Models.deploy(as("manager"), Models.standard(), "As it was");
        }
    }

    @Test
    void aPostGoesOnInTheNewVersionWithItsApprovals() {
        var task = legalReview();
        decide("legal", task, "APPROVE");
        var before = definitionOf(task.contentId());
        Models.deploy(as("manager"), Models.standard().replace("\"Legal review\"", "\"Law reads\""), "Another word");
        var after = latest().getId();
        var page = browser().get(address(before, after));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Can be moved").doesNotContain("They cannot be moved");

        var moved = move(before, after);

        assertThat(moved.body()).contains("moved.");
        assertThat(definitionOf(task.contentId())).isEqualTo(after);
        assertThat(as("compliance").get("/api/ledger?size=100").body()).contains("FLOW_MIGRATED", before);
        var clinical = flow.openTasks(task.contentId()).get(0);
        assertThat(clinical.stage()).isEqualTo("clinical");
        decide("clinical", clinical, "APPROVE");
        assertThat(flow.openTasks(task.contentId())).isEmpty();
    }

    @Test
    void aStepWithoutACounterpartIsNamedAndItsPostsStay() {
        var task = legalReview();
        var before = definitionOf(task.contentId());
        var renamed = Models.standard().replace("legalReview", "lawReads");
        assertThat(Models.deploy(as("manager"), renamed, "Another step").statusCode()).isEqualTo(201);
        var after = latest().getId();

        var page = browser().get(address(before, after)).body();

        assertThat(page).contains("Where posts stay", "Legal review", "legalReview");
        move(before, after);
        assertThat(definitionOf(task.contentId())).isEqualTo(before);
        decide("legal", task, "APPROVE");
        assertThat(flow.openTasks(task.contentId()))
                .singleElement()
                .satisfies(next -> assertThat(next.stage()).isEqualTo("clinical"));
    }

    /** The new version alone is sound: clinical, then legal. Who waits at clinical in the old one has legal behind them. */
    @Test
    void nothingIsMovedWhereAPostHalfWayCouldBreakAPromise() {
        var task = legalReview();
        var before = definitionOf(task.contentId());
        assertThat(Models.deploy(as("manager"), Models.clinicalBeforeLegal(), "Law reads last").statusCode())
                .isEqualTo(201);
        var after = latest().getId();

        var page = browser().get(address(before, after)).body();

        assertThat(page).contains("They cannot be moved.");
        assertThat(move(before, after).body()).contains("They cannot be moved.");
        assertThat(definitionOf(task.contentId())).isEqualTo(before);
    }

    @Test
    void postsAreMovedWithinOneFlowAndByManagersOnly() {
        var withdrawal = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("withdrawal")
                .latestVersion()
                .singleResult()
                .getId();
        assertThat(browser().get(address(latest().getId(), withdrawal)).statusCode())
                .isEqualTo(400);
        assertThat(Browser.loggedIn(port, "compliance")
                        .get(address(latest().getId(), latest().getId()))
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> move(String from, String to) {
        var browser = browser();
        return browser.postForm(
                "/flows/" + FLOW + "/migration",
                Map.of("from", from, "to", to, "_csrf", browser.csrfFromPage("/contents")));
    }

    private static String address(String from, String to) {
        return "/flows/" + FLOW + "/migration?from=" + from + "&to=" + to;
    }

    private FlowTask legalReview() {
        var created = as("author")
                .post(
                        "/api/contents",
                        Map.of(
                                "kind", "ANNOUNCEMENT",
                                "title", "Open house",
                                "body", "The clinic opens its doors for everybody.",
                                "images", List.of(),
                                "channels", List.of("newsroom")));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = UUID.fromString(created.json().path("id").asText());
        as("author").post("/api/contents/" + id + "/submit", Map.of());
        management.createJobQuery().executable().messages().list().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
        return flow.openTasks(id).get(0);
    }

    private void decide(String person, FlowTask task, String decision) {
        var path = "/api/tasks/" + task.id();
        as(person).post(path + "/claim", null);
        var answer = as(person).post(path + "/decision", Map.of("decision", decision));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private String definitionOf(UUID contentId) {
        return flow.openTasks(contentId).get(0).processDefinition();
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(FLOW)
                .latestVersion()
                .singleResult();
    }

    private byte[] model(ProcessDefinition definition) {
        try (var stream = repository.getProcessModel(definition.getId())) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Browser browser() {
        return Browser.loggedIn(port, "manager");
    }

    private RestClientAs as(String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }
}
