package io.imprimatur.flow.gate;

import io.imprimatur.flow.ContentApproval.Messages;
import io.imprimatur.flow.PublicationContract;
import java.util.List;
import org.w3c.dom.Element;

/** A flow can only wait for messages that the product sends. */
final class MessageRule implements ElementRule {
    private static final List<String> SENT = List.of(Messages.REVISED, PublicationContract.SETTLED);

    @Override
    public void check(Element element, Findings findings) {
        if (element.getLocalName().equals("message") && !SENT.contains(element.getAttribute("name"))) {
            findings.add(
                    "message",
                    element,
                    "The product sends no such message. There are: " + String.join(", ", SENT) + ".");
        }
    }
}
