package io.imprimatur.flow.gate.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Small questions to the elements of a BPMN file. */
final class Xml {
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && BPMN.equals(element.getNamespaceURI())) {
                children.add(element);
            }
        }
        return children;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .findFirst();
    }

    /** The kind of an event: {@code timer}, {@code message}, {@code error}, {@code escalation}, {@code terminate} or empty. */
    static String eventOf(Element event) {
        return definitionOf(event)
                .map(definition -> definition.getLocalName().replace("EventDefinition", ""))
                .orElse("");
    }

    static Optional<Element> definitionOf(Element event) {
        return children(event).stream()
                .filter(child -> child.getLocalName().endsWith("EventDefinition"))
                .findFirst();
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    static boolean isSet(Element element, String attribute) {
        return camunda(element, attribute).equals("true");
    }

    /** An extension property's value; empty if there is none. */
    static String property(Element element, String name) {
        var properties = element.getElementsByTagNameNS(CAMUNDA, "property");
        for (int i = 0; i < properties.getLength(); i++) {
            var property = (Element) properties.item(i);
            if (owner(property) == element && property.getAttribute("name").equals(name)) {
                return property.getAttribute("value");
            }
        }
        return "";
    }

    /** The element that a property belongs to: above camunda:properties and extensionElements. */
    private static org.w3c.dom.@org.jspecify.annotations.Nullable Node owner(Element property) {
        var extensions = property.getParentNode() == null
                ? null
                : property.getParentNode().getParentNode();
        return extensions == null ? null : extensions.getParentNode();
    }

    private Xml() {}
}
