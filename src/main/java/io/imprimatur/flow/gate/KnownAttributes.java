package io.imprimatur.flow.gate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The engine's own attributes: listed ones with harmless values; every other may name code, so it is refused. */
final class KnownAttributes implements ElementRule {
    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("class", "Java classes cannot be named. Use a building block in delegateExpression."),
            Map.entry("expression", "Free expressions are not allowed. Use a building block in delegateExpression."),
            Map.entry("formKey", "Use a form of its own (.form) by its formRef."),
            Map.entry("formHandlerClass", "Java classes cannot be named."),
            Map.entry("type", "External tasks, mail and shell tasks are not allowed. Use a building block."),
            Map.entry("topic", "External tasks are not allowed. Use a building block."),
            Map.entry("resource", "External resources are not allowed."),
            Map.entry("initiator", "The product knows who began; no variable names a person."),
            Map.entry("assignee", "A review is claimed, and a draft belongs to its author; name no assignee."),
            Map.entry("candidateUsers", "Name groups in candidateGroups."),
            Map.entry("resultVariable", "A flow makes no variables of its own."),
            Map.entry("schemaLocation", "A model names no schema of its own: the engine would fetch it."),
            Map.entry("noNamespaceSchemaLocation", "A model names no schema of its own: the engine would fetch it."));
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9_-]{1,64}(\\s*,\\s*[A-Za-z0-9_-]{1,64}){0,19}");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Pattern KEPT = Pattern.compile("P?[0-9]{1,6}D?");
    private static final Pattern MOMENT = Pattern.compile("[0-9A-Za-z:.+/-]{1,60}");
    private static final Pattern TEMPLATE = Pattern.compile("imprimatur\\.[a-z][a-z0-9-]{0,59}");
    private static final Pattern ICON = Pattern.compile("data:image/[a-z+]{3,10}[;,][^$#{}]{0,20000}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9 ._-]{1,60}");

    private final Map<String, Function<String, Optional<String>>> known;

    KnownAttributes(ExpressionGrammar grammar, Predicate<String> variables, Set<String> forms) {
        known = Map.ofEntries(
                Map.entry("delegateExpression", grammar::notABlock),
                Map.entry("formRef", ref -> unless(forms.contains(ref), "This deployment has no form of this id.")),
                Map.entry(
                        "formRefBinding",
                        binding -> unless(
                                binding.equals("deployment"),
                                "A flow takes the forms deployed with it: set the binding to \"deployment\".")),
                Map.entry("candidateGroups", valueOr(grammar, NAMES, "names of groups joined by commas")),
                Map.entry("candidateStarterGroups", text(NAMES, "names of groups joined by commas")),
                Map.entry("dueDate", valueOr(grammar, MOMENT, "a date or a duration")),
                Map.entry("followUpDate", valueOr(grammar, MOMENT, "a date or a duration")),
                Map.entry("priority", text(WHOLE, "a whole number")),
                Map.entry("jobPriority", text(WHOLE, "a whole number")),
                Map.entry("asyncBefore", text(FLAG, "true or false")),
                Map.entry("asyncAfter", text(FLAG, "true or false")),
                Map.entry("exclusive", text(FLAG, "true or false")),
                Map.entry("isStartableInTasklist", text(FLAG, "true or false")),
                Map.entry("historyTimeToLive", text(KEPT, "a number of days such as P365D")),
                Map.entry("versionTag", text(TAG, "a short text")),
                Map.entry("modelerTemplate", text(TEMPLATE, "one of this product's element templates")),
                Map.entry("modelerTemplateVersion", text(WHOLE, "a whole number")),
                Map.entry("modelerTemplateIcon", text(ICON, "an image as a data: address")),
                Map.entry(
                        "calledElementBinding",
                        binding -> unless(
                                binding.equals("deployment"),
                                "A flow calls only what is deployed with it: set the binding to \"deployment\".")),
                Map.entry("collection", grammar::notAValue),
                Map.entry(
                        "elementVariable", name -> unless(variables.test(name), "There is no variable of this name.")));
    }

    @Override
    public void check(Element element, Findings findings) {
        for (var attribute : XmlModel.attributesOf(element)) {
            if (!isPlain(attribute)) {
                findings.addIf("attribute", element, objection(element, attribute));
            }
        }
    }

    private static boolean isPlain(Attr attribute) {
        var namespace = XmlModel.namespaceOf(attribute);
        return namespace.isEmpty()
                || PaintAttributes.isPaint(namespace)
                || namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                        && attribute.getLocalName().equals("type");
    }

    /** The engine still reads the namespace of its ancestor, in which the proof would not see an attribute. */
    private Optional<String> objection(Element element, Attr attribute) {
        var isSchema = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attribute.getNamespaceURI());
        if (BpmnNames.isPicture(XmlModel.namespaceOf(element)) && !isSchema) {
            return Optional.empty();
        }
        var rule = known.get(attribute.getLocalName());
        if (rule == null || !BpmnNames.CAMUNDA.equals(attribute.getNamespaceURI())) {
            return Optional.of(why(attribute));
        }
        return rule.apply(attribute.getValue()).map(sentence -> attribute.getLocalName() + ": " + sentence);
    }

    private static String why(Attr attribute) {
        var name = attribute.getLocalName();
        return WHY.getOrDefault(name, "The attribute \"" + name + "\" is not known to flows of this house.");
    }

    private static Function<String, Optional<String>> text(Pattern pattern, String wording) {
        return value -> unless(pattern.matcher(value).matches(), "This must be " + wording + ".");
    }

    private static Function<String, Optional<String>> valueOr(
            ExpressionGrammar grammar, Pattern literal, String wording) {
        return value -> ExpressionGrammar.isExpression(value)
                ? grammar.notAValue(value)
                : text(literal, wording).apply(value);
    }

    private static Optional<String> unless(boolean condition, String sentence) {
        return condition ? Optional.empty() : Optional.of(sentence);
    }
}
