package io.imprimatur.flow.gate;

import org.w3c.dom.Element;

/** Extension properties of an element, as the engine finds them. */
final class Properties {
    /** The value of the first one of that name; empty if there is none. */
    static String of(Element element, String name) {
        var properties = element.getElementsByTagNameNS(BpmnNames.CAMUNDA, "property");
        for (int i = 0; i < properties.getLength(); i++) {
            if (properties.item(i) instanceof Element property
                    && property.getAttribute("name").equals(name)
                    && property.getParentNode().getParentNode().getParentNode() == element) {
                return property.getAttribute("value");
            }
        }
        return "";
    }

    private Properties() {}
}
