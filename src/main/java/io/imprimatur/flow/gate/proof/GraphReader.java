package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.gate.Violation;
import io.imprimatur.flow.gate.proof.Trigger.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the flows of a deployment; what does not hang together is a violation of the rule {@code structure}. */
final class GraphReader {
    private static final String RULE = "structure";
    /** Which of them fired is kept in the bits of a number. */
    private static final int MOST_EVENTS_AT_AN_ACTIVITY = 30;

    private static final int DEEPEST_CALLS = 10;

    private final Vocabulary vocabulary;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Node> processes = new LinkedHashMap<>();
    private final Map<Node, String> calls = new LinkedHashMap<>();
    private final Map<Node, List<Node>> callsOf = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private Map<String, Node> nodeById = new HashMap<>();
    private Map<String, Element> elementById = new HashMap<>();
    private String file = "";

    GraphReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Graph read(List<Source> sources) {
        sources.forEach(this::read);
        calls.forEach(this::link);
        var depths = new HashMap<Node, Integer>();
        processes.values().forEach(process -> depth(process, new ArrayList<>(), depths));
        return new Graph(nodes, edges, processes);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    private void read(Source source) {
        file = source.file();
        nodeById = new HashMap<>();
        elementById = new HashMap<>();
        source.elements().forEach(element -> {
            if (element.hasAttribute("id") && Xml.BPMN.equals(element.getNamespaceURI())) {
                elementById.put(element.getAttribute("id"), element);
            }
        });
        for (var element : source.elements()) {
            if (element.getLocalName().equals("process") && Xml.BPMN.equals(element.getNamespaceURI())) {
                readProcess(element);
            }
        }
    }

    private void readProcess(Element element) {
        var process = node(element, Kind.PROCESS, null);
        if (processes.putIfAbsent(process.id, process) != null) {
            refuse(process.id, "This deployment holds two processes of this id.");
        }
        readScope(element, process);
    }

    private void readScope(Element scopeElement, Node scope) {
        var flows = new ArrayList<Element>();
        var hosted = new LinkedHashMap<Node, Element>();
        for (var element : Xml.children(scopeElement)) {
            var kind = kindOf(element);
            if (kind != null) {
                var node = node(element, kind, scope);
                describe(element, node);
                if (kind == Kind.BOUNDARY) {
                    hosted.put(node, element);
                } else if (kind == Kind.SUBPROCESS) {
                    readScope(element, node);
                }
            } else if (element.getLocalName().equals("sequenceFlow")) {
                flows.add(element);
            }
        }
        flows.forEach(flow -> connect(flow, scope));
        hosted.forEach((boundary, element) -> attach(boundary, element.getAttribute("attachedToRef")));
        finish(scopeElement, scope);
    }

    private Node node(Element element, Kind kind, @Nullable Node scope) {
        var id = element.getAttribute("id");
        var node = new Node(nodes.size(), file, id, element.getAttribute("name"), kind, scope);
        nodes.add(node);
        if (scope != null) {
            scope.children.add(node);
        }
        if (id.isEmpty()) {
            refuse(element.getLocalName(), "Every element of a flow needs an id.");
        } else if (nodeById.put(id, node) != null) {
            refuse(id, "Two elements have this id.");
        }
        return node;
    }

    private @Nullable Kind kindOf(Element element) {
        return switch (element.getLocalName()) {
            case "startEvent" -> Kind.START;
            case "endEvent" ->
                switch (Xml.eventOf(element)) {
                    case "terminate" -> Kind.TERMINATE;
                    case "error" -> Kind.ERROR_END;
                    case "escalation" -> Kind.ESCALATION_END;
                    default -> Kind.END;
                };
            case "intermediateThrowEvent" ->
                Xml.eventOf(element).equals("escalation") ? Kind.ESCALATION_THROW : Kind.PASS;
            case "intermediateCatchEvent" -> Xml.eventOf(element).equals("message") ? Kind.MESSAGE : Kind.WAIT;
            case "boundaryEvent" -> Kind.BOUNDARY;
            case "userTask" ->
                !Xml.property(element, "question").isEmpty()
                        ? Kind.QUESTION
                        : Xml.property(element, "stage").isEmpty() ? Kind.DRAFT : Kind.REVIEW;
            case "serviceTask" ->
                switch (vocabulary.effectOf(Xml.camunda(element, "delegateExpression"))) {
                    case SCREEN -> Kind.SCREEN;
                    case PUBLISH -> Kind.PUBLISH;
                    case VERIFY_LIVE -> Kind.VERIFY_LIVE;
                    case TAKE_DOWN -> Kind.TAKE_DOWN;
                    default -> Xml.property(element, "until").isEmpty() ? Kind.PASS : Kind.WAIT;
                };
            case "sendTask", "manualTask", "task" -> Kind.PASS;
            case "subProcess" -> Kind.SUBPROCESS;
            case "callActivity" -> Kind.CALL;
            case "exclusiveGateway" -> Kind.EXCLUSIVE;
            case "parallelGateway" -> Kind.PARALLEL;
            case "eventBasedGateway" -> Kind.EVENT_GATEWAY;
            default -> null;
        };
    }

    private void describe(Element element, Node node) {
        node.asyncBefore = Xml.isSet(element, "asyncBefore");
        node.asyncAfter = Xml.isSet(element, "asyncAfter");
        switch (node.kind) {
            case REVIEW -> {
                node.detail = Xml.property(element, "stage");
                var approvals = Xml.property(element, "approvals");
                node.approvals = approvals.isEmpty() ? 1 : number(approvals, node.id);
            }
            case QUESTION -> node.detail = Xml.property(element, "question");
            case ERROR_END, ESCALATION_END, ESCALATION_THROW, MESSAGE -> node.detail = referred(element, node);
            case BOUNDARY -> node.trigger = triggerOf(element, node);
            case CALL -> calls.put(node, element.getAttribute("calledElement"));
            default -> {
                // nothing else to say of it
            }
        }
        Xml.child(element, "multiInstanceLoopCharacteristics").ifPresent(loop -> node.loop = loopOf(loop, node));
    }

    private Trigger triggerOf(Element element, Node node) {
        var interrupting = !element.getAttribute("cancelActivity").equals("false");
        return switch (Xml.eventOf(element)) {
            case "message" -> new Trigger(Cause.MESSAGE, referred(element, node), interrupting, true);
            case "error" -> new Trigger(Cause.ERROR, referred(element, node), true, false);
            case "escalation" -> new Trigger(Cause.ESCALATION, referred(element, node), interrupting, true);
            case "timer" ->
                new Trigger(
                        Cause.TIMER,
                        "",
                        interrupting,
                        Xml.definitionOf(element)
                                .flatMap(definition -> Xml.child(definition, "timeCycle"))
                                .isPresent());
            default -> {
                refuse(node.id, "Say what this event waits for: a time, a message, an error or an escalation.");
                yield new Trigger(Cause.TIMER, "", interrupting, false);
            }
        };
    }

    /** Code or name of the error, escalation or message that an event refers to; empty for one that takes any. */
    private String referred(Element event, Node node) {
        var kind = Xml.eventOf(event);
        var reference = Xml.definitionOf(event)
                .map(definition -> definition.getAttribute(kind + "Ref"))
                .orElse("");
        if (reference.isEmpty()) {
            var takesAny = node.kind == Kind.BOUNDARY && !kind.equals("message");
            if (!takesAny) {
                refuse(node.id, "Say which " + kind + " it is.");
            }
            return "";
        }
        var target = elementById.get(reference);
        if (target == null || !target.getLocalName().equals(kind)) {
            refuse(node.id, "There is no " + kind + " of the id that it refers to.");
            return "";
        }
        var code = target.getAttribute(kind.equals("message") ? "name" : kind + "Code");
        if (code.isEmpty()) {
            refuse(reference, kind.equals("message") ? "A message needs a name." : "This needs a code.");
        }
        return code;
    }

    private Loop loopOf(Element element, Node node) {
        var until = Xml.child(element, "completionCondition")
                .flatMap(condition ->
                        vocabulary.expression(condition.getTextContent().strip()))
                .orElse(null);
        var count = Xml.child(element, "loopCardinality")
                .map(cardinality -> number(cardinality.getTextContent().strip(), node.id))
                .orElse(Loop.PER_FURTHER_STAGE);
        return new Loop(element.getAttribute("isSequential").equals("true"), count, until);
    }

    private int number(String text, String element) {
        if (text.matches("[1-9]")) {
            return Integer.parseInt(text);
        }
        refuse(element, "Name a number from 1 to 9.");
        return 1;
    }

    private void connect(Element flow, Node scope) {
        var id = flow.getAttribute("id");
        var source = nodeById.get(flow.getAttribute("sourceRef"));
        var target = nodeById.get(flow.getAttribute("targetRef"));
        if (id.isEmpty() || source == null || target == null || source.scope != scope || target.scope != scope) {
            refuse(
                    id.isEmpty() ? "sequenceFlow" : id,
                    "A sequence flow needs an id, and leads from one element to another of the same process or subprocess.");
            return;
        }
        if (target.kind == Kind.START || target.kind == Kind.BOUNDARY) {
            refuse(id, "No sequence flow leads to a start or boundary event.");
        }
        if (source.kind == Kind.END
                || source.kind == Kind.TERMINATE
                || source.kind == Kind.ERROR_END
                || source.kind == Kind.ESCALATION_END) {
            refuse(id, "No sequence flow leaves an end event.");
        }
        var condition = Xml.child(flow, "conditionExpression")
                .flatMap(element ->
                        vocabulary.expression(element.getTextContent().strip()))
                .orElse(null);
        var edge = new Edge(edges.size(), id, source, target, condition);
        edges.add(edge);
        source.outgoing.add(edge);
        target.incoming.add(edge);
    }

    private void attach(Node boundary, String host) {
        var activity = nodeById.get(host);
        if (activity == null || activity.scope != boundary.scope || activity.kind == Kind.BOUNDARY) {
            refuse(boundary.id, "A boundary event stands on an activity beside it.");
            return;
        }
        if (activity.boundaries.size() == MOST_EVENTS_AT_AN_ACTIVITY) {
            refuse(host, "An activity has at most " + MOST_EVENTS_AT_AN_ACTIVITY + " events at its edge.");
            return;
        }
        boundary.host = activity;
        activity.boundaries.add(boundary);
    }

    private void finish(Element scopeElement, Node scope) {
        var starts =
                scope.children.stream().filter(node -> node.kind == Kind.START).toList();
        if (starts.size() != 1) {
            refuse(scope.id, "It needs exactly one start event.");
        } else {
            scope.start = starts.get(0);
        }
        for (var element : Xml.children(scopeElement)) {
            var node = nodeById.get(element.getAttribute("id"));
            if (node != null && node.scope == scope) {
                finish(element, node, element.getAttribute("default"));
            }
        }
        for (var node : scope.children) {
            for (var boundary : node.boundaries) {
                node.quiet.addAll(Quiet.behind(boundary));
            }
        }
    }

    private void finish(Element element, Node node, String defaultFlow) {
        if (!defaultFlow.isEmpty()) {
            node.defaultFlow = node.outgoing.stream()
                    .filter(edge -> edge.id().equals(defaultFlow))
                    .findFirst()
                    .orElse(null);
            if (node.defaultFlow == null) {
                refuse(node.id, "Its default flow does not leave it.");
            }
        }
        if (node.kind == Kind.EVENT_GATEWAY) {
            var allEvents = node.outgoing.stream()
                    .map(Edge::target)
                    .allMatch(target -> target.incoming.size() == 1 && isCatchEvent(target));
            if (node.outgoing.isEmpty() || !allEvents) {
                refuse(
                        node.id,
                        "An event-based gateway leads to events that wait for a time or a message, each its own.");
            }
        }
        if (node.kind == Kind.EXCLUSIVE && node.outgoing.isEmpty()) {
            refuse(node.id, "An exclusive gateway needs a way out.");
        }
        if (element.getLocalName().equals("intermediateCatchEvent")
                && !Xml.eventOf(element).equals("timer")
                && node.kind != Kind.MESSAGE) {
            refuse(node.id, "Say what this event waits for: a time or a message.");
        }
    }

    /** A service task may wait too, and is no event. */
    private boolean isCatchEvent(Node node) {
        var element = elementById.get(node.id);
        return element != null && element.getLocalName().equals("intermediateCatchEvent");
    }

    private void link(Node call, String key) {
        call.called = processes.get(key);
        callsOf.computeIfAbsent(call.process(), process -> new ArrayList<>()).add(call);
        if (call.called == null) {
            violations.add(new Violation(
                    RULE, call.file, call.id, "It calls a process that is not deployed together with this one."));
        }
    }

    /** How deep the calls of a process go. One that goes round, or too deep to be followed, is refused. */
    private int depth(Node process, List<Node> callers, Map<Node, Integer> depths) {
        var known = depths.get(process);
        if (known != null) {
            return known;
        }
        int deepest = 0;
        callers.add(process);
        for (var call : callsOf.getOrDefault(process, List.of())) {
            var called = call.called;
            if (called != null && callers.contains(called)) {
                violations.add(new Violation(
                        RULE, call.file, call.id, "A process must not call itself, nor by way of another."));
                call.called = null;
            } else if (called != null && callers.size() <= DEEPEST_CALLS) {
                deepest = Math.max(deepest, 1 + depth(called, callers, depths));
            }
            if (deepest > DEEPEST_CALLS || called != null && callers.size() > DEEPEST_CALLS) {
                violations.add(new Violation(
                        RULE, call.file, call.id, "Flows call each other at most " + DEEPEST_CALLS + " deep."));
                break;
            }
        }
        callers.remove(process);
        depths.put(process, deepest);
        return deepest;
    }

    private void refuse(String element, String message) {
        violations.add(new Violation(RULE, file, element, message));
    }
}
