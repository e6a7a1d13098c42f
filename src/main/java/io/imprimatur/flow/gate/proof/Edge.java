package io.imprimatur.flow.gate.proof;

import org.jspecify.annotations.Nullable;

/** A sequence flow. */
record Edge(int index, String id, Node source, Node target, @Nullable Expression condition) {
    @Override
    public String toString() {
        return id;
    }
}
