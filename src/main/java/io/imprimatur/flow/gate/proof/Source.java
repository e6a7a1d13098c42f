package io.imprimatur.flow.gate.proof;

import java.util.List;
import org.w3c.dom.Element;

/**
 * One BPMN file that the rules about its text have passed.
 *
 * @param elements in document order
 */
public record Source(String file, List<Element> elements) {
    public Source {
        elements = List.copyOf(elements);
    }
}
