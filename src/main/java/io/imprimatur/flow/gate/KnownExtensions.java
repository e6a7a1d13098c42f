package io.imprimatur.flow.gate;

import io.imprimatur.flow.EmailDecision;
import io.imprimatur.flow.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What stands inside extension elements: properties, listeners that are building blocks, and intervals between tries. */
final class KnownExtensions implements ElementRule {
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "properties", Set.of(),
            "property", Set.of("id", "name", "value"),
            "executionListener", Set.of("event", "delegateExpression"),
            "failedJobRetryTimeCycle", Set.of(),
            "in", Set.of("variables"),
            "out", Set.of("variables"));
    private static final Pattern INTERVALS = Pattern.compile("(R[0-9]{1,3}/)?P[0-9A-Z]{1,20}(,P[0-9A-Z]{1,20}){0,9}");
    private static final Pattern STAGE = Pattern.compile("[a-z][A-Za-z0-9_-]{0,39}");
    private static final Pattern APPROVALS = Pattern.compile("[1-9]");
    private static final Pattern UNTIL =
            Pattern.compile("publishAt|P(?=[0-9T])([0-9]{1,4}D)?(T([0-9]{1,4}H)?([0-9]{1,4}M)?)?");

    private static final List<String> QUESTIONS =
            Arrays.stream(Question.values()).map(Enum::name).toList();

    private static final List<String> BY_MAIL = EmailDecision.all();

    private final ExpressionGrammar grammar;

    KnownExtensions(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public void check(Element element, Findings findings) {
        if (!BpmnNames.CAMUNDA.equals(element.getNamespaceURI())) {
            return;
        }
        var name = element.getLocalName();
        var allowed = ATTRIBUTES.getOrDefault(name, Set.of());
        for (var attribute : XmlModel.attributesOf(element)) {
            if (!allowed.contains(attribute.getLocalName())) {
                findings.add(
                        "extension", element, "\"" + attribute.getLocalName() + "\" is not allowed on a " + name + ".");
            }
        }
        switch (name) {
            case "executionListener" ->
                findings.addIf("listener", element, grammar.notABlock(element.getAttribute("delegateExpression")));
            case "failedJobRetryTimeCycle" -> {
                if (!INTERVALS.matcher(element.getTextContent().strip()).matches()) {
                    findings.add("extension", element, "The time between tries must be ISO 8601 durations.");
                }
            }
            case "in", "out" -> {
                if (!element.getAttribute("variables").equals("all")) {
                    findings.add(
                            "call",
                            element,
                            "A called flow takes all variables and gives all back: variables=\"all\".");
                }
            }
            case "property" -> checkProperty(element, findings);
            default -> {
                // the others carry nothing themselves
            }
        }
    }

    private static void checkProperty(Element property, Findings findings) {
        var value = property.getAttribute("value");
        if (property.getAttribute("name").equals("stage")
                && !STAGE.matcher(value).matches()) {
            findings.add("stage", property, "A stage's name is a lower-case letter followed by letters and digits.");
        }
        if (property.getAttribute("name").equals("emailDecision") && !BY_MAIL.contains(value)) {
            findings.add("email", property, "What mail may decide is one of " + String.join(", ", BY_MAIL) + ".");
        }
        if (property.getAttribute("name").equals("question") && !QUESTIONS.contains(value)) {
            findings.add("question", property, "A question is one of " + String.join(", ", QUESTIONS) + ".");
        }
        if (property.getAttribute("name").equals("group")
                && !STAGE.matcher(value).matches()) {
            findings.add("group", property, "Name the group that is told.");
        }
        if (property.getAttribute("name").equals("until")
                && !UNTIL.matcher(value).matches()) {
            findings.add("until", property, "Wait until publishAt, or for an ISO 8601 duration such as PT4H or P2D.");
        }
        if (property.getAttribute("name").equals("approvals")
                && !APPROVALS.matcher(value).matches()) {
            findings.add("stage", property, "A stage needs 1 to 9 approvals.");
        }
    }
}
