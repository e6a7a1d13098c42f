package io.imprimatur.flow.gate;

import static io.imprimatur.flow.ContentApproval.Blocks.WAIT_UNTIL;

import io.imprimatur.flow.gate.proof.Vocabulary;
import io.imprimatur.flow.spi.Effect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** A building block stands where it can run: what acts on a post is a step of its own that a job begins. */
final class BlockRule implements ElementRule {
    private static final Set<String> STEPS = Set.of("serviceTask", "sendTask");
    private static final String UNTIL = "until";
    /** What a block of that name has to be told. */
    private static final Map<String, String> TOLD = Map.of("notify", "group", WAIT_UNTIL, UNTIL);

    private final ExpressionGrammar grammar;
    private final Vocabulary vocabulary;

    BlockRule(ExpressionGrammar grammar, Vocabulary vocabulary) {
        this.grammar = grammar;
        this.vocabulary = vocabulary;
    }

    @Override
    public void check(Element element, Findings findings) {
        var block = BpmnNames.CAMUNDA.equals(element.getNamespaceURI())
                ? element.getAttribute("delegateExpression")
                : element.getAttributeNS(BpmnNames.CAMUNDA, "delegateExpression");
        if (block.isEmpty()) {
            if (STEPS.contains(element.getLocalName())) {
                findings.add("block", element, "Say which building block runs here, in delegateExpression.");
            }
            return;
        }
        findings.addIf("block", element, objection(element, vocabulary.effectOf(block)));
        var name = grammar.blockOf(block).orElse("");
        if (name.equals(WAIT_UNTIL) ? !element.getLocalName().equals("serviceTask") : tells(step(element), UNTIL)) {
            findings.add("block", element, "A service task of ${waitUntil} waits until a time, and nothing else does.");
        }
        var told = TOLD.get(name);
        if (told != null && !tells(step(element), told)) {
            findings.add("block", element, "Set the property \"" + told + "\" of this building block.");
        }
    }

    private static Optional<String> objection(Element element, Effect effect) {
        if (effect == Effect.NONE) {
            return Optional.empty();
        }
        if (effect == Effect.VALUE) {
            return Optional.of("This building block only answers expressions; it runs nothing.");
        }
        if (!element.getLocalName().equals("serviceTask")) {
            return Optional.of("This building block acts on the post: give it a service task of its own.");
        }
        if (!element.getAttributeNS(BpmnNames.CAMUNDA, "asyncBefore").equals("true")) {
            return Optional.of(
                    "This building block needs asyncBefore=\"true\", so that it can be tried again by itself.");
        }
        return element.getElementsByTagNameNS(BpmnNames.MODEL, "multiInstanceLoopCharacteristics")
                                .getLength()
                        > 0
                ? Optional.of("This building block acts on the whole post: it must not have several instances.")
                : Optional.empty();
    }

    /** A message event names its block in its definition and has its properties itself. */
    private static Element step(Element element) {
        return element.getLocalName().equals("messageEventDefinition")
                        && element.getParentNode() instanceof Element event
                ? event
                : element;
    }

    private static boolean tells(Element element, String name) {
        return !Properties.of(element, name).isEmpty();
    }
}
