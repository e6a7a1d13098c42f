package io.imprimatur.screening.internal;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Settles findings that speak of the same place: the surer, then the longer, then the more specific identifier stays. A
 * finding is dropped only when another covers it; what sticks out stays marked. A story is about its whole passage and
 * takes nothing away from what stands in it.
 */
final class Overlaps {
    private static final Comparator<Finding> PRECEDENCE = Comparator.comparing(Finding::severity)
            .thenComparingInt(finding -> finding.end() - finding.start())
            .reversed()
            .thenComparingInt(Overlaps::vagueness)
            .thenComparingInt(Finding::start);

    private Overlaps() {}

    /** @return in order of precedence */
    static List<Finding> settle(List<Finding> findings) {
        var stories = new Spans();
        var others = new Spans();
        findings.stream()
                .sorted(PRECEDENCE)
                .forEach(finding ->
                        (finding.identifier() == Identifier.STORY ? stories : others).addUnlessCovered(finding));
        return Stream.concat(others.all.stream(), stories.all.stream())
                .sorted(PRECEDENCE)
                .toList();
    }

    /** A number that its words introduce says more than a shape; a number of no known kind says least. */
    private static int vagueness(Finding finding) {
        return switch (finding.identifier()) {
            case SSN -> 0;
            case MRN, HEALTH_PLAN, ACCOUNT, LICENSE, VEHICLE, DEVICE, FAX -> 1;
            case OTHER_ID -> 3;
            default -> 2;
        };
    }

    /** Kept findings, none covering another, so their starts and ends are in the same order. */
    private static final class Spans {
        private final List<Finding> all = new ArrayList<>();
        private final TreeMap<Integer, Integer> farthestEndByStart = new TreeMap<>();

        void addUnlessCovered(Finding finding) {
            var before = farthestEndByStart.floorEntry(finding.start());
            if (before != null && before.getValue() >= finding.end()) {
                return;
            }
            all.add(finding);
            cover(finding.start(), finding.end());
        }

        /** Keeps the map growing in both start and end, so that one look-up answers. */
        private void cover(int start, int end) {
            for (var later = farthestEndByStart.ceilingEntry(start);
                    later != null && later.getValue() <= end;
                    later = farthestEndByStart.ceilingEntry(start)) {
                farthestEndByStart.remove(later.getKey());
            }
            farthestEndByStart.put(start, end);
        }
    }
}
