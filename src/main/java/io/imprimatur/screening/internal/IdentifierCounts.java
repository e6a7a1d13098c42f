package io.imprimatur.screening.internal;

import io.imprimatur.screening.RevisionFinding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many findings a revision has of each identifier, for the ledger. */
final class IdentifierCounts {
    private IdentifierCounts() {}

    static Map<String, String> of(List<RevisionFinding> findings) {
        var counts = findings.stream()
                .collect(Collectors.groupingBy(
                        found -> found.finding().identifier().name(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        count -> String.valueOf(count.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
