package io.imprimatur.flow.gate;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A flow begins at plain start events only, does not watch for events beside its way, and says how long its history is kept. */
final class StartAndHistory implements ElementRule {
    @Override
    public void check(Element element, Findings findings) {
        switch (element.getLocalName()) {
            case "process" -> checkProcess(element, findings);
            case "startEvent" -> {
                if (hasEventDefinition(element)) {
                    findings.add("start", element, "A flow is started by an author or the product, by no other event.");
                }
            }
            case "subProcess" -> {
                if (element.getAttribute("triggeredByEvent").equals("true")) {
                    findings.add("start", element, "Event subprocesses are not allowed. Use a boundary event.");
                }
            }
            default -> {
                // nothing to say
            }
        }
    }

    private static void checkProcess(Element process, Findings findings) {
        if (!process.getAttribute("isExecutable").equals("true")) {
            findings.add("process", process, "The process must be executable.");
        }
        if (process.getAttributeNS(BpmnNames.CAMUNDA, "historyTimeToLive").isEmpty()) {
            findings.add("history", process, "Say how long its history is kept, such as P365D (historyTimeToLive).");
        }
    }

    private static boolean hasEventDefinition(Element event) {
        for (Node child = event.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element definition && definition.getLocalName().endsWith("EventDefinition")) {
                return true;
            }
        }
        return false;
    }
}
