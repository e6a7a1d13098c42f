package io.imprimatur.flow.gate;

import org.w3c.dom.Element;

/**
 * Expressions wherever the engine may find them. It evaluates more places than one thinks, names and documentation of
 * tasks among them, so every text and attribute is looked at.
 */
final class Expressions implements ElementRule {
    private final ExpressionGrammar grammar;

    Expressions(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public void check(Element element, Findings findings) {
        for (var attribute : XmlModel.attributesOf(element)) {
            if (!attribute.getLocalName().equals("delegateExpression")) {
                findings.addIf("expression", element, grammar.notAValue(attribute.getValue()));
            }
        }
        findings.addIf(
                "expression",
                element,
                grammar.notAValue(element.getTextContent().isBlank() ? "" : XmlModel.textOf(element)));
        if (element.getLocalName().equals("conditionExpression")) {
            checkCondition(element, findings);
        }
        if (element.hasAttribute("language") && !element.getLocalName().equals("definitions")) {
            findings.add("expression", element, "A condition in a script language is not allowed.");
        }
    }

    private static void checkCondition(Element element, Findings findings) {
        if (!ExpressionGrammar.isExpression(XmlModel.textOf(element))) {
            findings.add("expression", element, "A condition compares variables, as in ${legalOutcome == 'APPROVED'}.");
        }
    }
}
