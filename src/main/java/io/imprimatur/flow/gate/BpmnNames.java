package io.imprimatur.flow.gate;

import java.util.Map;
import java.util.Set;

/** The namespaces and elements of BPMN that a flow may use. The engine goes by local names alone, so each is listed with its namespace. */
final class BpmnNames {
    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String WAYPOINTS = "http://www.omg.org/spec/DD/20100524/DI";

    private static final Map<String, Set<String>> ELEMENTS = Map.of(
            MODEL,
            Set.of(
                    "definitions",
                    "process",
                    "documentation",
                    "extensionElements",
                    "incoming",
                    "outgoing",
                    "startEvent",
                    "endEvent",
                    "intermediateCatchEvent",
                    "intermediateThrowEvent",
                    "boundaryEvent",
                    "userTask",
                    "serviceTask",
                    "sendTask",
                    "manualTask",
                    "task",
                    "subProcess",
                    "callActivity",
                    "exclusiveGateway",
                    "parallelGateway",
                    "eventBasedGateway",
                    "sequenceFlow",
                    "conditionExpression",
                    "multiInstanceLoopCharacteristics",
                    "completionCondition",
                    "loopCardinality",
                    "timerEventDefinition",
                    "timeDuration",
                    "timeDate",
                    "timeCycle",
                    "messageEventDefinition",
                    "errorEventDefinition",
                    "escalationEventDefinition",
                    "terminateEventDefinition",
                    "message",
                    "error",
                    "escalation",
                    "collaboration",
                    "participant",
                    "messageFlow",
                    "laneSet",
                    "lane",
                    "childLaneSet",
                    "flowNodeRef",
                    "textAnnotation",
                    "text",
                    "association",
                    "group",
                    "category",
                    "categoryValue",
                    "dataObject",
                    "dataObjectReference",
                    "dataStoreReference"),
            DIAGRAM,
            Set.of("BPMNDiagram", "BPMNPlane", "BPMNShape", "BPMNEdge", "BPMNLabel", "BPMNLabelStyle"),
            BOUNDS,
            Set.of("Bounds", "Font", "Point"),
            WAYPOINTS,
            Set.of("waypoint", "extension"),
            CAMUNDA,
            Set.of("properties", "property", "executionListener", "failedJobRetryTimeCycle", "in", "out"));

    static boolean knows(String namespace, String element) {
        return ELEMENTS.getOrDefault(namespace, Set.of()).contains(element);
    }

    static boolean isPicture(String namespace) {
        return Set.of(DIAGRAM, BOUNDS, WAYPOINTS).contains(namespace);
    }

    private BpmnNames() {}
}
