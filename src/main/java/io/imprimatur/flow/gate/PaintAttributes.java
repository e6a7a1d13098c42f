package io.imprimatur.flow.gate;

import java.util.Set;

/** Attributes of modelling tools that no engine reads: colours, and which tool and version drew the model. */
final class PaintAttributes {
    private static final Set<String> NAMESPACES = Set.of(
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://camunda.org/schema/modeler/1.0");

    static boolean isPaint(String namespace) {
        return NAMESPACES.contains(namespace);
    }

    private PaintAttributes() {}
}
