package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.gate.Violation;
import java.util.List;

/** A model that the check refuses, with everything that it says against it. */
public final class ModelRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    ModelRefused(List<Violation> violations) {
        super("The check refuses a model");
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
