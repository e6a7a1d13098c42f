package io.imprimatur.flow.internal.engine;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** Stands before every deployment, whichever door it comes through. */
@Component
final class ModelGate implements Deployer {
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // models that passed once are loaded into the cache again
            return;
        }
    }
}
