package io.imprimatur.flow.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Collects the violations of one file, up to a bound. */
final class Findings {
    private static final int MOST = 100;

    private final String file;
    private final List<Violation> violations = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(String rule, Element element, String message) {
        add(rule, XmlModel.idOf(element), message);
    }

    void add(String rule, String element, String message) {
        if (violations.size() < MOST) {
            violations.add(new Violation(rule, file, element, message));
        }
    }

    void addIf(String rule, Element element, Optional<String> message) {
        message.ifPresent(sentence -> add(rule, element, sentence));
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }
}
