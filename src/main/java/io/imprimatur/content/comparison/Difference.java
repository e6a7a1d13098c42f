package io.imprimatur.content.comparison;

import java.util.List;

/** What changed from one text to another, in reading order. */
public record Difference(List<Part> parts) {
    public Difference {
        parts = List.copyOf(parts);
    }

    public boolean any() {
        return parts.stream().anyMatch(part -> part.change() != Change.SAME);
    }

    public enum Change {
        SAME,
        ADDED,
        REMOVED
    }

    public record Part(Change change, String text) {}
}
