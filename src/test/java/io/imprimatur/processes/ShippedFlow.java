package io.imprimatur.processes;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** An approval flow that the product brings along. */
enum ShippedFlow {
    STANDARD("content-approval"),
    PARALLEL_REVIEW("parallel-review"),
    FAST_TRACK("fast-track"),
    TWO_PERSON_LEGAL("two-person-legal");

    private final String key;

    ShippedFlow(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Stream<ShippedFlow> approvals() {
        return Stream.of(values());
    }

    BpmnModelInstance model() {
        return Bpmn.readModelFromFile(Path.of("processes", key + ".bpmn").toFile());
    }

    Process process() {
        return model().getModelElementsByType(Process.class).iterator().next();
    }

    /** Empty for a draft. */
    static Optional<String> stageOf(UserTask task) {
        return Optional.ofNullable(task.getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals("stage"))
                .map(property -> property.getCamundaValue())
                .findFirst();
    }
}
