package io.imprimatur.flow.internal.approval;

import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.flow.PolicyTable;
import io.imprimatur.flow.PublicationContract;
import io.imprimatur.platform.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Finds the flow that the release policy names. Works only within a command of the engine. */
@Component
final class FlowRoutes {
    private final PolicyTable policy;
    private final RepositoryService repository;

    FlowRoutes(PolicyTable policy, ProcessEngine engine) {
        this.policy = policy;
        this.repository = engine.getRepositoryService();
    }

    ProcessDefinition flowFor(PolicyQuestion post) {
        var key = policy.evaluate(post.kind(), post.channels()).processKey();
        var found = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .active()
                .singleResult();
        if (found == null || PublicationContract.KEYS.contains(key)) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "flow-missing",
                    "The release policy sends such a post through the flow \"" + key
                            + "\", which does not exist for posts. Tell a manager; your text is not saved yet.");
        }
        return found;
    }
}
