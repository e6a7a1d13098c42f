package io.imprimatur.flow.gate.brute;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Processes as their XML says it, in maps by id. */
final class Diagram {
    final Map<String, Element> elements = new LinkedHashMap<>();
    final Map<String, List<String>> flowsFrom = new LinkedHashMap<>();
    final Map<String, List<String>> flowsInto = new LinkedHashMap<>();
    final Map<String, List<String>> boundariesOf = new LinkedHashMap<>();
    final Map<String, String> scopeOf = new LinkedHashMap<>();
    private final Map<String, Map<String, Optional<Element>>> children = new HashMap<>();
    private final Map<String, Map<String, String>> properties = new HashMap<>();
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();
    private final Map<String, Map<String, String>> references = new HashMap<>();
    private List<String> nodes = List.of();

    static Diagram read(byte[] xml) {
        var diagram = new Diagram();
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            var top = document.getDocumentElement();
            for (var child = top.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element) {
                    diagram.elements.put(element.getAttribute("id"), element);
                }
            }
            for (var id : List.copyOf(diagram.elements.keySet())) {
                if (diagram.kind(id).equals("process")) {
                    diagram.readScope(diagram.element(id));
                }
            }
            return diagram;
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void readScope(Element scope) {
        for (var child = scope.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element element)
                    || element.getAttribute("id").isEmpty()) {
                continue;
            }
            var id = element.getAttribute("id");
            elements.put(id, element);
            scopeOf.put(id, scope.getAttribute("id"));
            if (kind(id).equals("sequenceFlow")) {
                list(flowsFrom, element.getAttribute("sourceRef")).add(id);
                list(flowsInto, element.getAttribute("targetRef")).add(id);
            } else if (kind(id).equals("boundaryEvent")) {
                list(boundariesOf, element.getAttribute("attachedToRef")).add(id);
            } else if (kind(id).equals("subProcess")) {
                readScope(element);
            }
        }
    }

    private static List<String> list(Map<String, List<String>> map, String key) {
        return map.computeIfAbsent(key, any -> new ArrayList<>());
    }

    String kind(String id) {
        var element = elements.get(id);
        return element == null ? "" : element.getLocalName();
    }

    String attribute(String id, String name) {
        return attributes.computeIfAbsent(id, any -> new HashMap<>()).computeIfAbsent(name, any -> {
            var element = elements.get(id);
            return element == null ? "" : element.getAttribute(name);
        });
    }

    boolean isJob(String id, String when) {
        return attribute(id, "camunda:" + when).equals("true");
    }

    String property(String id, String name) {
        return properties
                .computeIfAbsent(id, any -> new HashMap<>())
                .computeIfAbsent(name, any -> lookUpProperty(id, name));
    }

    private String lookUpProperty(String id, String name) {
        var properties = element(id).getElementsByTagName("camunda:property");
        for (int i = 0; i < properties.getLength(); i++) {
            var property = (Element) properties.item(i);
            if (property.getAttribute("name").equals(name)) {
                return property.getAttribute("value");
            }
        }
        return "";
    }

    /** The text of the child of that name, of an element or of its event; empty if there is none. */
    String text(String id, String child) {
        return texts.computeIfAbsent(id, any -> new HashMap<>()).computeIfAbsent(child, any -> {
            var found = element(id).getElementsByTagNameNS("*", child);
            return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
        });
    }

    /** The text of an element of the loop of an activity; empty if there is none. */
    String loopText(String id, String child) {
        var loop = direct(id, "multiInstanceLoopCharacteristics");
        if (loop == null) {
            return "";
        }
        var found = loop.getElementsByTagNameNS("*", child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    boolean has(String id, String child) {
        return direct(id, child) != null;
    }

    /** Remembered, since it is asked again in every world. */
    @Nullable
    Element direct(String id, String child) {
        return children.computeIfAbsent(id, any -> new HashMap<>())
                .computeIfAbsent(child, any -> Optional.ofNullable(lookUp(id, child)))
                .orElse(null);
    }

    private Element element(String id) {
        return Objects.requireNonNull(elements.get(id), id);
    }

    private @Nullable Element lookUp(String id, String child) {
        var element = elements.get(id);
        if (element == null) {
            return null;
        }
        for (var at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element inner && inner.getLocalName().equals(child)) {
                return inner;
            }
        }
        return null;
    }

    /** Code of the error or escalation, or name of the message, that an event refers to. */
    String referred(String event, String kind) {
        return references
                .computeIfAbsent(event, any -> new HashMap<>())
                .computeIfAbsent(kind, any -> lookUpReferred(event, kind));
    }

    private String lookUpReferred(String event, String kind) {
        var definition = direct(event, kind + "EventDefinition");
        var reference = definition == null ? "" : definition.getAttribute(kind + "Ref");
        return reference.isEmpty() ? "" : attribute(reference, kind.equals("message") ? "name" : kind + "Code");
    }

    /** Processes that no other one calls. */
    List<String> begunAlone() {
        var called = nodes().stream().map(this::called).toList();
        return elements.keySet().stream()
                .filter(id -> kind(id).equals("process") && !called.contains(id))
                .toList();
    }

    String called(String node) {
        return kind(node).equals("callActivity") ? attribute(node, "calledElement") : "";
    }

    String start(String scope) {
        return elements.keySet().stream()
                .filter(id -> scope.equals(scopeOf.get(id)) && kind(id).equals("startEvent"))
                .findFirst()
                .orElseThrow();
    }

    List<String> nodes() {
        if (nodes.isEmpty()) {
            nodes = scopeOf.keySet().stream().filter(this::isNode).toList();
        }
        return nodes;
    }

    private boolean isNode(String id) {
        var kind = kind(id);
        return kind.endsWith("Event")
                || kind.endsWith("Task")
                || kind.endsWith("Gateway")
                || kind.equals("task")
                || kind.equals("subProcess")
                || kind.equals("callActivity");
    }
}
