package io.imprimatur.flow.gate;

import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Ids as the engine reads them. It validates a model, and by that takes the spaces around an id away: " withdrawal" would be
 * the flow of withdrawals to the engine and some other flow to the proof.
 */
final class PlainIds implements ElementRule {
    private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*");

    @Override
    public void check(Element element, Findings findings) {
        var id = element.getAttribute("id");
        if (BpmnNames.MODEL.equals(element.getNamespaceURI())
                && element.hasAttribute("id")
                && !ID.matcher(id).matches()) {
            findings.add("id", element, "An id is letters, digits, \"_\", \"-\" and \".\", and begins with no digit.");
        }
    }
}
