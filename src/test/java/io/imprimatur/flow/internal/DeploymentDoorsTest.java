package io.imprimatur.flow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every deployment passes the gate, whoever makes it and however. */
@FlowTest
class DeploymentDoorsTest {
    private static final Path ALLOWED = Path.of("src/test/resources/bpmn/allowed/small.bpmn");

    @Autowired
    ProcessEngine engine;

    RepositoryService repository;

    @BeforeEach
    void take() {
        repository = engine.getRepositoryService();
    }

    @Test
    void aManagersModelOfListedPartsIsDeployed() throws IOException {
        var model = Files.readAllBytes(ALLOWED);
        new Somebody(engine, "manager").does(() -> {
            var deployment = deploy("small.bpmn", model);
            assertThat(deployment.getId()).isNotEmpty();
        });
    }

    @Test
    void aModelThatCarriesCodeIsRefusedWithAllItsFaultsAtOnce() {
        var model = withCode("refused-at-once");
        PlainEngine.deploy("refused-at-once.bpmn", model);

        for (var person : new String[] {"manager", "admin"}) {
            new Somebody(engine, person).does(() -> assertThatThrownBy(() -> repository
                            .createDeployment()
                            .addModelInstance("model.bpmn", model)
                            .deploy())
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageStartingWith("This cannot be deployed. model.bpmn, ")
                    .hasMessageContaining("code: A script task runs code.")
                    .hasMessageContaining("bean: Java classes cannot be named."));
        }
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("refused-at-once")
                        .count())
                .isZero();
    }

    private static BpmnModelInstance withCode(String key) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .scriptTask("code")
                .scriptFormat("juel")
                .scriptText("${hostile.reach()}")
                .serviceTask("bean")
                .camundaClass("java.lang.Runtime")
                .endEvent()
                .done();
    }

    @Test
    void onlyFlowsTablesAndFormsAreDeployed() {
        for (var name : new String[] {"evil.js", "evil.groovy", "case.cmmn", "model.bpmn20.xml", "page.html"}) {
            new Somebody(engine, "admin").does(() -> assertThatThrownBy(() -> deploy(name, "anything".getBytes(UTF_8)))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageContaining("Only files ending in .bpmn, .dmn or .form"));
        }
    }

    @Test
    void whoIsNoManagerDeploysNothing() throws IOException {
        var model = Files.readAllBytes(ALLOWED);
        for (var person : new String[] {"author", "legal", "compliance"}) {
            new Somebody(engine, person).does(() -> assertThatThrownBy(() -> deploy("small.bpmn", model))
                    .isInstanceOf(AuthorizationException.class));
        }
    }

    /** The engine deploys again, unasked, what falls out of its cache: such models passed once and still run. */
    @Test
    void aModelThatIsInForceIsReadIntoTheCacheAgain() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getDeploymentCache().discardProcessDefinitionCache();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("content-approval")
                .latestVersion()
                .singleResult();
        assertThat(repository.getProcessModel(definition.getId())).isNotNull();
        assertThat(repository.getBpmnModelInstance(definition.getId())).isNotNull();
    }

    private Deployment deploy(String name, byte[] bytes) {
        return repository
                .createDeployment()
                .name("manager's")
                .addInputStream(name, new ByteArrayInputStream(bytes))
                .deploy();
    }
}
