package io.imprimatur.flow.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes one small change to a model, as a manager's slip or a clever person's idea might. */
final class Mutator {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final List<String> VALUES =
            List.of("'APPROVED'", "'MORE_NEEDED'", "'CHANGES_REQUESTED'", "'REJECTED'");

    private final Document document;
    private final Random random;

    /** @param xml of the mutant; what was done to it */
    record Mutant(String change, byte[] xml) {}

    private Mutator(Document document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** A change at random; null if the one that was drawn does not apply to this model. */
    static @Nullable Mutant mutant(byte[] xml, Random random) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var mutator = new Mutator(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)), random);
            mutator.removePicture();
            var change = mutator.change();
            return change.isEmpty() ? null : new Mutant(change, mutator.bytes());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String change() {
        return switch (random.nextInt(17)) {
            case 0 -> removeTask();
            case 1, 2 -> rewire();
            case 3 -> swapConditions();
            case 4 -> negate();
            case 5 -> otherValue();
            case 6 -> addFlow();
            case 7 -> addBoundary(true);
            case 8 -> addBoundary(false);
            case 9 -> changeLoop();
            case 10 -> pastDraft();
            case 11 -> otherGateway();
            case 12 -> otherStage();
            case 13 -> removeBoundary();
            case 14 -> doNotInterrupt();
            case 15 -> swapTasks();
            default -> endPlainly();
        };
    }

    private String removeTask() {
        var task = pick(Mutator::isStep);
        if (task == null || flowsFrom(task).size() != 1) {
            return "";
        }
        var target = flowsFrom(task).get(0).getAttribute("targetRef");
        flowsInto(task).forEach(flow -> flow.setAttribute("targetRef", target));
        flowsFrom(task).forEach(Mutator::remove);
        var id = id(task);
        removeBoundariesOf(id);
        remove(task);
        tidy();
        return "remove task " + id;
    }

    private String rewire() {
        var flow = pick(element -> element.getLocalName().equals("sequenceFlow"));
        var target = flow == null ? null : pick(element -> isTarget(element) && beside(element, flow));
        if (flow == null || target == null) {
            return "";
        }
        flow.setAttribute("targetRef", id(target));
        tidy();
        return "rewire " + id(flow) + " to " + id(target);
    }

    private String swapConditions() {
        var flow = pick(this::hasCondition);
        var other = flow == null
                ? null
                : pick(element -> hasCondition(element)
                        && element != flow
                        && element.getAttribute("sourceRef").equals(flow.getAttribute("sourceRef")));
        if (flow == null || other == null) {
            return "";
        }
        var text = condition(flow).getTextContent();
        condition(flow).setTextContent(condition(other).getTextContent());
        condition(other).setTextContent(text);
        return "swap conditions of " + id(flow) + " and " + id(other);
    }

    private String negate() {
        var flow = pick(this::hasCondition);
        if (flow == null) {
            return "";
        }
        var text = condition(flow).getTextContent();
        condition(flow)
                .setTextContent(
                        text.contains("==")
                                ? text.replace("==", "!=")
                                : text.contains("!=") ? text.replace("!=", "==") : "${!" + text.substring(2));
        return "negate the condition of " + id(flow);
    }

    private String otherValue() {
        var flow = pick(element ->
                hasCondition(element) && condition(element).getTextContent().contains("Outcome"));
        if (flow == null) {
            return "";
        }
        var value = VALUES.get(random.nextInt(VALUES.size()));
        condition(flow).setTextContent(condition(flow).getTextContent().replaceAll("'[A-Z_]+'", value));
        return "another value at " + id(flow) + ": " + value;
    }

    private String addFlow() {
        var source = pick(element -> isTarget(element)
                && !element.getLocalName().equals("endEvent")
                && !element.getLocalName().equals("eventBasedGateway"));
        var target = source == null ? null : pick(element -> isTarget(element) && beside(element, source));
        if (source == null || target == null) {
            return "";
        }
        newFlow(source, target);
        return "add a flow from " + id(source) + " to " + id(target);
    }

    private String addBoundary(boolean interrupting) {
        var host = pick(element ->
                Set.of("userTask", "subProcess", "serviceTask", "callActivity").contains(element.getLocalName()));
        var target = host == null ? null : pick(element -> isTarget(element) && beside(element, host));
        if (host == null || target == null) {
            return "";
        }
        var event = element("boundaryEvent", "mutantTimer");
        event.setAttribute("attachedToRef", id(host));
        event.setAttribute("cancelActivity", String.valueOf(interrupting));
        var timer = element("timerEventDefinition", "mutantTimerDefinition");
        var duration = element("timeDuration", "mutantTimerDuration");
        duration.setTextContent("PT1H");
        timer.appendChild(duration);
        event.appendChild(timer);
        host.getParentNode().appendChild(event);
        newFlow(event, target);
        return (interrupting ? "an interrupting" : "a") + " timer on " + id(host) + " to " + id(target);
    }

    private String changeLoop() {
        var loop = pick(element -> element.getLocalName().equals("multiInstanceLoopCharacteristics"));
        if (loop == null) {
            return "";
        }
        var conditions = loop.getElementsByTagNameNS(BPMN, "completionCondition");
        if (random.nextBoolean() || conditions.getLength() == 0) {
            var sequential = !loop.getAttribute("isSequential").equals("true");
            loop.setAttribute("isSequential", String.valueOf(sequential));
            return "sequential: " + sequential;
        }
        if (random.nextBoolean()) {
            remove((Element) conditions.item(0));
            return "never end the loop early";
        }
        var text = List.of("${furtherOutcome == 'APPROVED'}", "${true}", "${furtherOutcome == 'REJECTED'}")
                .get(random.nextInt(3));
        conditions.item(0).setTextContent(text);
        return "end the loop early: " + text;
    }

    private String pastDraft() {
        var flow = pick(element -> element.getAttribute("targetRef").equals("draft")
                && !element.getAttribute("sourceRef").equals("begun"));
        var draft = pick(element -> id(element).equals("draft"));
        if (flow == null || draft == null || flowsFrom(draft).size() != 1) {
            return "";
        }
        flow.setAttribute("targetRef", flowsFrom(draft).get(0).getAttribute("targetRef"));
        return "lead " + id(flow) + " past draft";
    }

    private String otherGateway() {
        var gateway = pick(element -> element.getLocalName().equals("exclusiveGateway")
                || element.getLocalName().equals("parallelGateway"));
        if (gateway == null) {
            return "";
        }
        var name = gateway.getLocalName().equals("exclusiveGateway") ? "parallelGateway" : "exclusiveGateway";
        document.renameNode(gateway, BPMN, "bpmn:" + name);
        if (name.equals("parallelGateway")) {
            gateway.removeAttribute("default");
        }
        return "make " + id(gateway) + " a " + name;
    }

    private String otherStage() {
        var property = pick(element -> element.getLocalName().equals("property")
                && element.getAttribute("name").equals("stage")
                && !element.getAttribute("value").equals("further"));
        if (property == null) {
            return "";
        }
        var stage = List.of("legal", "clinical", "privacy", "ethics").get(random.nextInt(4));
        var was = property.getAttribute("value");
        property.setAttribute("value", stage);
        return "stage " + was + " becomes " + stage;
    }

    private String removeBoundary() {
        var event = pick(element -> element.getLocalName().equals("boundaryEvent"));
        if (event == null) {
            return "";
        }
        flowsFrom(event).forEach(Mutator::remove);
        remove(event);
        tidy();
        return "remove boundary event " + id(event);
    }

    private String doNotInterrupt() {
        var event = pick(element -> element.getLocalName().equals("boundaryEvent")
                && element.getElementsByTagNameNS(BPMN, "errorEventDefinition").getLength() == 0);
        if (event == null) {
            return "";
        }
        var interrupting = !event.getAttribute("cancelActivity").equals("false");
        event.setAttribute("cancelActivity", String.valueOf(!interrupting));
        return id(event) + " interrupts: " + !interrupting;
    }

    private String swapTasks() {
        var task = pick(Mutator::isStep);
        var other = task == null ? null : pick(element -> isStep(element) && element != task && beside(element, task));
        if (task == null || other == null) {
            return "";
        }
        var intoTask = flowsInto(task);
        var intoOther = flowsInto(other);
        var fromTask = flowsFrom(task);
        var fromOther = flowsFrom(other);
        intoTask.forEach(flow -> flow.setAttribute("targetRef", id(other)));
        intoOther.forEach(flow -> flow.setAttribute("targetRef", id(task)));
        fromTask.forEach(flow -> flow.setAttribute("sourceRef", id(other)));
        fromOther.forEach(flow -> flow.setAttribute("sourceRef", id(task)));
        return "swap " + id(task) + " and " + id(other);
    }

    private String endPlainly() {
        var end = pick(element -> element.getLocalName().equals("endEvent")
                && element.getElementsByTagNameNS(BPMN, "errorEventDefinition").getLength() > 0);
        if (end == null) {
            return "";
        }
        var definition = (Element)
                end.getElementsByTagNameNS(BPMN, "errorEventDefinition").item(0);
        if (random.nextBoolean()) {
            remove(definition);
            return "no error at " + id(end);
        }
        var error = pick(element -> element.getLocalName().equals("error"));
        if (error == null) {
            return "";
        }
        definition.setAttribute("errorRef", id(error));
        return id(end) + " raises " + id(error);
    }

    // helpers

    private void removePicture() {
        var pictures = document.getElementsByTagNameNS("*", "BPMNDiagram");
        while (pictures.getLength() > 0) {
            remove((Element) pictures.item(0));
        }
        for (var name : List.of("incoming", "outgoing")) {
            var all = document.getElementsByTagNameNS(BPMN, name);
            while (all.getLength() > 0) {
                remove((Element) all.item(0));
            }
        }
    }

    /** Removes what nothing leads to any more, with all behind it. */
    private void tidy() {
        if (random.nextInt(4) == 0) {
            return;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var element : all(this::isTarget)) {
                if (flowsInto(element).isEmpty()) {
                    flowsFrom(element).forEach(Mutator::remove);
                    removeBoundariesOf(id(element));
                    for (var inner : all(each -> each.getParentNode() == element)) {
                        removeBoundariesOf(id(inner));
                    }
                    remove(element);
                    changed = true;
                    break;
                }
            }
        }
    }

    private void removeBoundariesOf(String host) {
        for (var boundary : all(element ->
                !host.isEmpty() && element.getAttribute("attachedToRef").equals(host))) {
            flowsFrom(boundary).forEach(Mutator::remove);
            remove(boundary);
        }
    }

    private void newFlow(Element source, Element target) {
        var flow = element("sequenceFlow", "mutantFlow");
        flow.setAttribute("sourceRef", id(source));
        flow.setAttribute("targetRef", id(target));
        source.getParentNode().appendChild(flow);
    }

    private Element element(String name, String id) {
        var element = document.createElementNS(BPMN, "bpmn:" + name);
        element.setAttribute("id", id);
        return element;
    }

    private static boolean isStep(Element element) {
        return element.getLocalName().endsWith("Task") || element.getLocalName().equals("callActivity");
    }

    private boolean isTarget(Element element) {
        var name = element.getLocalName();
        return BPMN.equals(element.getNamespaceURI())
                && (isStep(element)
                        || name.endsWith("Gateway")
                        || name.equals("subProcess")
                        || name.equals("endEvent")
                        || name.startsWith("intermediate"));
    }

    private static boolean beside(Element element, Element other) {
        return element.getParentNode() == other.getParentNode();
    }

    private boolean hasCondition(Element element) {
        return element.getLocalName().equals("sequenceFlow")
                && element.getElementsByTagNameNS(BPMN, "conditionExpression").getLength() > 0;
    }

    private static Element condition(Element flow) {
        return (Element)
                flow.getElementsByTagNameNS(BPMN, "conditionExpression").item(0);
    }

    private List<Element> flowsFrom(Element node) {
        return all(element -> element.getLocalName().equals("sequenceFlow")
                && element.getAttribute("sourceRef").equals(id(node)));
    }

    private List<Element> flowsInto(Element node) {
        return all(element -> element.getLocalName().equals("sequenceFlow")
                && element.getAttribute("targetRef").equals(id(node)));
    }

    private @Nullable Element pick(Predicate<Element> wanted) {
        var all = all(wanted);
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private List<Element> all(Predicate<Element> wanted) {
        var found = new ArrayList<Element>();
        var elements = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < elements.getLength(); i++) {
            if (wanted.test((Element) elements.item(i))) {
                found.add((Element) elements.item(i));
            }
        }
        return found;
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }

    private static void remove(Element element) {
        if (element.getParentNode() != null) {
            element.getParentNode().removeChild(element);
        }
    }

    private byte[] bytes() throws Exception {
        var out = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}
