package io.imprimatur.flow.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    private RunningPosts posts;

    @BeforeEach
    void speak() {
        posts = new RunningPosts(port, flow, management);
    }

    /** Other tests' posts take the flow of the house. */
    @AfterEach
    void standardInForce() {
        if (!new String(model(latest()), StandardCharsets.UTF_8).equals(Models.standard())) {
            Models.deploy(posts.as("manager"), Models.standard(), "As it was");
        }
    }

    @Test
    void aPostGoesOnInTheNewVersionWithItsApprovals() {
        var task = posts.inLegalReview();
        posts.decide("legal", task, "APPROVE");
        var before = definitionOf(task.contentId());
        Models.deploy(
                posts.as("manager"), Models.standard().replace("\"Legal review\"", "\"Law reads\""), "Another word");
        var after = latest().getId();
        var page = browser().get(address(before, after));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Can be moved").doesNotContain("They cannot be moved");

        var moved = move(before, after);

        assertThat(moved.body()).contains("moved.");
        assertThat(definitionOf(task.contentId())).isEqualTo(after);
        assertThat(posts.as("compliance").get("/api/ledger?size=100").body()).contains("FLOW_MIGRATED", before);
        var clinical = flow.openTasks(task.contentId()).get(0);
        assertThat(clinical.stage()).isEqualTo("clinical");
        posts.decide("clinical", clinical, "APPROVE");
        assertThat(flow.openTasks(task.contentId())).isEmpty();
    }

    @Test
    void aStepWithoutACounterpartIsNamedAndItsPostsStay() {
        var task = posts.inLegalReview();
        var further = posts.inLegalReview();
        posts.decide("legal", further, "APPROVE");
        var before = definitionOf(task.contentId());
        var renamed = Models.standard().replace("legalReview", "lawReads");
        assertThat(Models.deploy(posts.as("manager"), renamed, "Another step").statusCode())
                .isEqualTo(201);
        var after = latest().getId();

        var page = browser().get(address(before, after)).body();

        assertThat(page).contains("Where posts stay", "Legal review", "legalReview");
        move(before, after);
        assertThat(definitionOf(task.contentId())).isEqualTo(before);
        assertThat(definitionOf(further.contentId()))
                .as("it waits at the clinical review")
                .isEqualTo(after);
        posts.decide("legal", task, "APPROVE");
        assertThat(flow.openTasks(task.contentId())).singleElement().satisfies(next -> assertThat(next.stage())
                .isEqualTo("clinical"));
    }

    /** The new version alone is sound: clinical, then legal. Who waits at clinical in the old one has legal behind them. */
    @Test
    void nothingIsMovedWhereAPostHalfWayCouldBreakAPromise() {
        var task = posts.inLegalReview();
        var before = definitionOf(task.contentId());
        assertThat(Models.deploy(posts.as("manager"), Models.clinicalBeforeLegal(), "Law reads last")
                        .statusCode())
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
}
