package io.imprimatur.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Deploys models as if the gate before deployments had a hole, so that tests see what the run time makes of them. */
public final class AroundTheGate {
    private static final String GATE = "ModelGate";

    private AroundTheGate() {}

    /**
     * @param models by file name
     * @return the deployment's id
     */
    public static String deploy(ProcessEngine engine, Map<String, String> models) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var deployers = configuration.getDeployers();
        var withoutGate = deployers.stream()
                .filter(deployer -> !deployer.getClass().getSimpleName().equals(GATE))
                .toList();
        assertThat(withoutGate).hasSize(deployers.size() - 1);
        configuration.getDeploymentCache().setDeployers(withoutGate);
        try {
            var deployment = engine.getRepositoryService().createDeployment();
            models.forEach((name, xml) ->
                    deployment.addInputStream(name, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
            return deployment.deploy().getId();
        } finally {
            configuration.getDeploymentCache().setDeployers(deployers);
        }
    }
}
