package io.imprimatur.flow.gate;

import java.util.List;
import org.w3c.dom.Element;

/** Switches that are read one way only: true or false, and nothing that turns an activity into something else. */
final class PlainFlags implements ElementRule {
    private static final List<String> FLAGS =
            List.of("cancelActivity", "isSequential", "triggeredByEvent", "isExecutable", "isInterrupting");
    private static final List<String> OFF = List.of("isForCompensation", "instantiate", "parallelMultiple");

    @Override
    public void check(Element element, Findings findings) {
        for (var flag : FLAGS) {
            if (element.hasAttribute(flag) && !List.of("true", "false").contains(element.getAttribute(flag))) {
                findings.add("structure", element, flag + ": This must be true or false.");
            }
        }
        for (var flag : OFF) {
            if (element.hasAttribute(flag) && !element.getAttribute(flag).equals("false")) {
                findings.add("structure", element, flag + ": This is not allowed.");
            }
        }
    }
}
