package io.imprimatur.flow.internal;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;

/** Uses the engine through its API in somebody's name, as its REST does. */
record Somebody(ProcessEngine engine, String person) {
    void does(Runnable work) {
        var identity = engine.getIdentityService();
        identity.setAuthentication(person, List.of(FlowAlone.GROUP_OF.getOrDefault(person, "nobodies")));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    static String instanceOf(ProcessEngine engine, UUID contentId) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(contentId.toString())
                .rootProcessInstances()
                .singleResult()
                .getId();
    }
}
