package io.imprimatur.flow.internal.startup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.internal.FlowTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Start-up brings new models of the product and never takes a manager's away. */
@FlowTest
class StartUpDeploymentTest {
    @Autowired
    StartUpDeployment startUp;

    @Autowired
    ProcessEngine engine;

    RepositoryService repository;

    @BeforeEach
    void take() {
        repository = engine.getRepositoryService();
    }

    @Test
    void theProductsOwnModelsAreInForceAfterTheStart() {
        assertThat(latest("content-approval").getVersion()).isPositive();
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("release-policy")
                        .count())
                .isPositive();
        assertThat(repository.getDeploymentResourceNames(
                        latest("content-approval").getDeploymentId()))
                .contains("content-approval.bpmn", "start.form", "legal-review.form")
                .allMatch(name -> name.endsWith(".bpmn") || name.endsWith(".form"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parallel-review", "fast-track", "two-person-legal", "withdrawal", "publication-question"})
    void everyVariantIsThereAndWaitsForThePolicyToNameIt(String key) {
        assertThat(latest(key).getDeploymentId())
                .isEqualTo(latest("content-approval").getDeploymentId());
        assertThat(latest(key).isStartableInTasklist()).isFalse();
    }

    @Test
    void whatHasNotChangedIsNotDeployedAgain() throws IOException {
        startUp.deploy("unchanged", model("unchanged", "Review"));
        startUp.deploy("unchanged", model("unchanged", "Review"));
        assertThat(latest("unchanged").getVersion()).isEqualTo(1);
    }

    @Test
    void whatHasChangedIsDeployed() throws IOException {
        startUp.deploy("changed", model("changed", "Review"));
        startUp.deploy("changed", model("changed", "Look at it"));
        assertThat(latest("changed").getVersion()).isEqualTo(2);
    }

    @Test
    void aManagersVersionStaysInForce() throws IOException {
        startUp.deploy("governed", model("governed", "Review"));
        repository
                .createDeployment()
                .name("flow of the house")
                .addInputStream(
                        "governed.bpmn",
                        new ByteArrayInputStream(
                                model("governed", "Our own review").get("governed.bpmn")))
                .deploy();
        var managers = latest("governed");

        startUp.deploy("governed", model("governed", "Review of a later release"));
        assertThat(latest("governed").getId()).isEqualTo(managers.getId());
        assertThat(latest("governed").getVersion()).isEqualTo(2);
    }

    @Test
    void aManagersVersionOfOneFlowKeepsNoOtherBack() throws IOException {
        startUp.deploy("set", both("taken", "free", "Review"));
        repository
                .createDeployment()
                .name("flow of the house")
                .addInputStream(
                        "taken.bpmn",
                        new ByteArrayInputStream(
                                model("taken", "Our own review").get("taken.bpmn")))
                .deploy();

        startUp.deploy("set", both("taken", "free", "Review of a later release"));
        assertThat(latest("taken").getVersion()).isEqualTo(2);
        assertThat(latest("free").getVersion()).isEqualTo(2);
        startUp.deploy("set", both("taken", "free", "Review of a later release"));
        assertThat(latest("free").getVersion()).isEqualTo(2);
    }

    @Test
    void aFlowThatIsNewInAReleaseComesToAnOlderDatabase() throws IOException {
        startUp.deploy("older", model("known", "Review"));
        startUp.deploy("older", both("known", "brandnew", "Review"));
        assertThat(latest("brandnew").getVersion()).isEqualTo(1);
    }

    private static Map<String, byte[]> both(String one, String other, String task) throws IOException {
        var both = new HashMap<>(model(one, task));
        both.putAll(model(other, task));
        return both;
    }

    private ProcessDefinition latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private static Map<String, byte[]> model(String key, String task) throws IOException {
        var model = Files.readString(Path.of("src/test/resources/bpmn/allowed/small.bpmn"))
                .replace("id=\"allowed\"", "id=\"" + key + "\"")
                .replace("name=\"Review\"", "name=\"" + task + "\"");
        return Map.of(key + ".bpmn", model.getBytes(UTF_8));
    }
}
