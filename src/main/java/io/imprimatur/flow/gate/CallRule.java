package io.imprimatur.flow.gate;

import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** A call activity names a flow of the same deployment and shares all variables with it. */
final class CallRule implements ElementRule {
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    @Override
    public void check(Element element, Findings findings) {
        if (!element.getLocalName().equals("callActivity")) {
            return;
        }
        if (!KEY.matcher(element.getAttribute("calledElement")).matches()) {
            findings.add("call", element, "Name the called flow by its key, such as legal-check; no expression.");
        }
        if (element.getAttributeNS(BpmnNames.CAMUNDA, "calledElementBinding").isEmpty()) {
            findings.add("call", element, "Set calledElementBinding to \"deployment\".");
        }
        if (count(element, "in") != 1 || count(element, "out") != 1) {
            findings.add(
                    "call",
                    element,
                    "A called flow takes all variables and gives all back: one camunda:in and one camunda:out with"
                            + " variables=\"all\".");
        }
    }

    private static int count(Element element, String name) {
        return element.getElementsByTagNameNS(BpmnNames.CAMUNDA, name).getLength();
    }
}
