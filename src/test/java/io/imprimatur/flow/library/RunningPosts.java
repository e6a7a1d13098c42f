package io.imprimatur.flow.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.testing.RestClientAs;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Posts on their way through the flow in force, driven by the people of the demonstration. */
public final class RunningPosts {
    private final int port;
    private final ApprovalFlow flow;
    private final ManagementService management;

    public RunningPosts(int port, ApprovalFlow flow, ManagementService management) {
        this.port = port;
        this.flow = flow;
        this.management = management;
    }

    /** A new post that waits for its lawyer. */
    public FlowTask inLegalReview() {
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
        assertThat(as("author")
                        .post("/api/contents/" + id + "/submit", Map.of())
                        .statusCode())
                .isEqualTo(202);
        management.createJobQuery().executable().messages().list().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
        return openTask(id);
    }

    FlowTask openTask(UUID contentId) {
        return flow.openTasks(contentId).get(0);
    }

    void decide(String person, FlowTask task, String decision) {
        var path = "/api/tasks/" + task.id();
        as(person).post(path + "/claim", null);
        var answer =
                as(person).post(path + "/decision", Map.of("decision", decision, "reason", "As the house does it"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    RestClientAs as(String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }
}
