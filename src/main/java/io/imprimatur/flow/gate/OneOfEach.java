package io.imprimatur.flow.gate;

import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Element;

/** Where the engine takes one element and there are two, nobody can tell which one counts. */
final class OneOfEach implements ElementRule {
    private static final Set<String> SINGLE = Set.of(
            "extensionElements",
            "properties",
            "conditionExpression",
            "multiInstanceLoopCharacteristics",
            "completionCondition",
            "loopCardinality");

    @Override
    public void check(Element element, Findings findings) {
        var seen = new HashSet<String>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                var kind = kindOf(inner.getLocalName());
                if (!kind.isEmpty() && !seen.add(kind)) {
                    findings.add("structure", element, "It holds two of \"" + inner.getLocalName() + "\" or the like.");
                }
            }
        }
    }

    private static String kindOf(String name) {
        if (name.endsWith("EventDefinition")) {
            return "event";
        }
        if (name.startsWith("time")) {
            return "time";
        }
        return SINGLE.contains(name) ? name : "";
    }
}
