package io.imprimatur.flow.gate;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Where elements may stand. The engine finds most of them only where they belong; one that hides elsewhere would be seen by
 * one reader and not by another.
 */
final class Places implements ElementRule {
    private static final String EXTENSIONS = "extensionElements";
    private static final Set<String> TEXTS = Set.of(
            "documentation",
            "text",
            "incoming",
            "outgoing",
            "flowNodeRef",
            "conditionExpression",
            "completionCondition",
            "loopCardinality",
            "timeDuration",
            "timeDate",
            "timeCycle",
            "failedJobRetryTimeCycle");
    private static final String TOP = "definitions";
    private static final Map<String, String> PARENTS = Map.of(
            "process", TOP,
            "message", TOP,
            "error", TOP,
            "escalation", TOP,
            "property", "properties",
            "properties", EXTENSIONS,
            "executionListener", EXTENSIONS,
            "failedJobRetryTimeCycle", EXTENSIONS,
            "in", EXTENSIONS,
            "out", EXTENSIONS);

    @Override
    public void check(Element element, Findings findings) {
        var name = element.getLocalName();
        if (!(element.getParentNode() instanceof Element parent)) {
            return;
        }
        var around = parent.getLocalName();
        var wanted = PARENTS.get(name);
        if (TEXTS.contains(around)) {
            findings.add("place", parent, "\"" + around + "\" holds text and no element.");
        } else if (wanted != null && !wanted.equals(around)) {
            findings.add("place", element, "\"" + name + "\" stands in \"" + wanted + "\" and nowhere else.");
        } else if (!BpmnNames.CAMUNDA.equals(element.getNamespaceURI())
                && (around.equals(EXTENSIONS) || BpmnNames.CAMUNDA.equals(parent.getNamespaceURI()))) {
            findings.add("place", element, "\"" + name + "\" is no extension.");
        }
    }
}
