package io.imprimatur.flow.gate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Checks a decision table: rows of literals over plain inputs, in FEEL and no other language. */
final class DmnCheck {
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "text",
            "output",
            "outputValues",
            "defaultOutputEntry",
            "rule",
            "inputEntry",
            "outputEntry",
            "description",
            "informationRequirement",
            "requiredInput",
            "inputData",
            "variable",
            "annotation",
            "annotationEntry",
            "extensionElements",
            "question",
            "allowedAnswers",
            "knowledgeSource",
            "authorityRequirement",
            "requiredAuthority",
            "requiredDecision",
            "textAnnotation",
            "association",
            "sourceRef",
            "targetRef");
    private static final Set<String> PICTURE = Set.of(
            "DMNDI",
            "DMNDiagram",
            "DMNShape",
            "DMNEdge",
            "DMNLabel",
            "DMNStyle",
            "DMNDecisionServiceDividerLine",
            "Size",
            "Bounds",
            "waypoint",
            "edge",
            "Color");
    private static final Set<String> LANGUAGES = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "https://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/");
    private static final String NAMESPACE_OF_MODELS = "(?i)https?://www\\.omg\\.org/spec/(DMN|DD)/.*";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of("historyTimeToLive", "versionTag", "inputVariable");
    private static final String VALUE = "(?:\"[^\"\\\\]{0,100}\"|-?[0-9]{1,9}(?:\\.[0-9]{1,9})?|true|false)";
    private static final String VALUES = VALUE + "(?:\\s*,\\s*" + VALUE + "){0,49}";
    private static final String HOLDS = "list contains\\(\\s*\\?\\s*,\\s*" + VALUE + "\\s*\\)";
    private static final String HOLDS_ANY = HOLDS + "(?:\\s*,\\s*" + HOLDS + "){0,49}";
    private static final Pattern TEST = Pattern.compile("|-|" + VALUES + "|not\\(\\s*" + VALUES + "\\s*\\)"
            + "|(?:<|>|<=|>=)\\s*-?[0-9]{1,9}|" + HOLDS_ANY + "|not\\(\\s*" + HOLDS_ANY + "\\s*\\)");
    private static final Pattern RESULT = Pattern.compile("|" + VALUE);
    private static final Pattern INPUT = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private final Findings findings;

    DmnCheck(String file) {
        this.findings = new Findings(file);
    }

    List<Violation> check(byte[] bytes) {
        try {
            var model = XmlModel.read(bytes);
            if (model.elements().stream()
                    .noneMatch(element -> element.getLocalName().equals("decision"))) {
                findings.add("decision", "file", "It holds no decision.");
            }
            model.elements().forEach(this::check);
        } catch (XmlModel.Unreadable e) {
            findings.add("xml", "file", e.sentence());
        }
        return findings.all();
    }

    private void check(Element element) {
        var name = element.getLocalName();
        if (!XmlModel.namespaceOf(element).matches(NAMESPACE_OF_MODELS)
                || !(ELEMENTS.contains(name) || PICTURE.contains(name))) {
            findings.add("element", element, "The element \"" + name + "\" is not allowed; use a decision table.");
        }
        checkAttributes(element);
        switch (name) {
            case "inputExpression" -> checkText(element, INPUT, "An input is the name of one variable.");
            case "inputEntry" ->
                checkText(
                        element,
                        TEST,
                        "A condition is literals or \"list contains(?, literal)\" joined by commas, or not(…) of them.");
            case "outputEntry", "defaultOutputEntry" ->
                checkText(element, RESULT, "A result is one literal, such as \"privacy\".");
            case "decision" -> {
                if (element.getAttributeNS(CAMUNDA, "historyTimeToLive").isEmpty()) {
                    findings.add("history", element, "Say how long its history is kept, such as P365D.");
                }
            }
            case "text" -> {
                if (element.getElementsByTagNameNS("*", "*").getLength() > 0) {
                    findings.add("literal", element, "A text holds no element.");
                }
            }
            default -> {
                // no text that is evaluated
            }
        }
    }

    private void checkAttributes(Element element) {
        for (var attribute : XmlModel.attributesOf(element)) {
            var isEngines = CAMUNDA.equals(attribute.getNamespaceURI());
            if (isEngines && !CAMUNDA_ATTRIBUTES.contains(attribute.getLocalName())) {
                findings.add(
                        "attribute", element, "The attribute \"" + attribute.getLocalName() + "\" is not allowed.");
            }
            if (attribute.getLocalName().endsWith("chemaLocation")) {
                findings.add("attribute", element, "A table names no schema of its own.");
            }
            if (attribute.getLocalName().equals("expressionLanguage") && !LANGUAGES.contains(attribute.getValue())) {
                findings.add("language", element, "The only language of tables is FEEL.");
            }
        }
    }

    /** The engine evaluates each text by itself, whatever stands beside it. */
    private static boolean ownText(Element element, Pattern allowed) {
        var texts = element.getElementsByTagNameNS("*", "text");
        for (int i = 0; i < texts.getLength(); i++) {
            if (!allowed.matcher(texts.item(i).getTextContent().strip()).matches()) {
                return false;
            }
        }
        return texts.getLength() < 2;
    }

    private void checkText(Element element, Pattern allowed, String sentence) {
        if (!allowed.matcher(element.getTextContent().strip()).matches() || !ownText(element, allowed)) {
            findings.add("literal", element, sentence);
        }
    }
}
