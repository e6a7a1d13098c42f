package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.gate.Violation;
import java.util.List;

/**
 * What would become of the posts that run on one version if they were moved to another.
 *
 * @param movable how many posts can be moved
 * @param places where posts wait that has no counterpart in the other version; those posts stay
 * @param violations how a moved post could break a promise; nothing is moved then
 */
public record MigrationPreview(
        FlowVersion from, FlowVersion to, int movable, List<Place> places, List<Violation> violations) {
    public MigrationPreview {
        places = List.copyOf(places);
        violations = List.copyOf(violations);
    }

    /**
     * A step without a counterpart.
     *
     * @param posts how many wait there
     */
    public record Place(String element, String name, int posts) {}

    /** Whether anything can be moved at all. */
    public boolean possible() {
        return movable > 0 && violations.isEmpty();
    }
}
