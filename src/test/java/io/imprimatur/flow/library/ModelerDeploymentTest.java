package io.imprimatur.flow.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Camunda Modeler's button "Deploy": what the editor accepts is accepted, what it refuses is refused. */
@IntegrationTest
class ModelerDeploymentTest {
    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Test
    void aFlowComesAloneAndTakesTheFormsInForce() {
        var answer = Models.deployLikeModeler(as("manager"), "by-modeler.bpmn", Models.standardAs("by-modeler"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var deployed = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("by-modeler")
                .singleResult();
        assertThat(repository.getDeploymentResourceNames(deployed.getDeploymentId()))
                .contains("by-modeler.bpmn", "legal-review.form", "draft.form")
                .doesNotContain("incident-assessment.form");
        assertThat(as("manager").get("/flows/by-modeler").body()).isNotNull();
        assertThat(as("compliance").get("/api/ledger?size=100").body())
                .contains(deployed.getId())
                .contains("ENGINE_REST");
    }

    @Test
    void whatBreaksAPromiseIsRefusedWithTheSentencesThatTheEditorShows() {
        var xml = Models.withBypass(Models.standardAs("bypass-by-modeler"));

        var answer = Models.deployLikeModeler(as("manager"), "bypass-by-modeler.bpmn", xml);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var checked = as("manager")
                .send(
                        "POST",
                        "/api/flows/check?name=bypass-by-modeler.bpmn",
                        xml,
                        Map.of("Content-Type", "application/xml"));
        assertThat(checked.json().path("violations")).isNotEmpty().allSatisfy(violation -> assertThat(
                        answer.json().path("message").asText())
                .contains(violation.path("message").asText()));
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("bypass-by-modeler")
                        .count())
                .isZero();
    }

    @Test
    void whoIsNoManagerIsRefusedAtTheDoor() {
        for (var person : new String[] {"author", "legal", "compliance"}) {
            assertThat(Models.deployLikeModeler(as(person), "no.bpmn", Models.standardAs("no"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private RestClientAs as(String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }
}
