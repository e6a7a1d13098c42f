package io.imprimatur.flow.gate;

import org.w3c.dom.Element;

/** One rule about the elements of a model. */
interface ElementRule {
    void check(Element element, Findings findings);
}
