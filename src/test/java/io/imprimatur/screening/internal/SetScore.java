package io.imprimatur.screening.internal;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Screener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many of a set's marks the screener finds, by identifier; what it misses stands in {@code target/sets}. */
final class SetScore {
    private final Map<Identifier, Integer> all = new EnumMap<>(Identifier.class);
    private final Map<Identifier, Integer> found = new EnumMap<>(Identifier.class);
    private final List<String> missed = new ArrayList<>();

    private SetScore() {}

    static SetScore of(String name, Screener screener) {
        var score = new SetScore();
        for (var text : MarkedSet.read(name).marked()) {
            var findings = screener.screen(text.text()).findings();
            text.marks().forEach(mark -> score.count(text, mark, findings));
        }
        score.write(name);
        return score;
    }

    private void count(MarkedSet.Text text, MarkedSet.Mark mark, List<Finding> findings) {
        all.merge(mark.identifier(), 1, Integer::sum);
        if (findings.stream().anyMatch(mark::isFoundBy)) {
            found.merge(mark.identifier(), 1, Integer::sum);
        } else {
            missed.add(mark.identifier() + " \"" + text.words(mark) + "\" in " + text);
        }
    }

    /** The share of an identifier's marks that is found, 1 where there are none. */
    double recall(Identifier identifier) {
        var count = all.getOrDefault(identifier, 0);
        return count == 0 ? 1 : (double) found.getOrDefault(identifier, 0) / count;
    }

    /** Those that are marked somewhere in the set. */
    Set<Identifier> identifiers() {
        return all.keySet();
    }

    List<String> missed(Identifier identifier) {
        return missed.stream().filter(each -> each.startsWith(identifier + " ")).toList();
    }

    private void write(String name) {
        var lines = new ArrayList<String>();
        all.forEach((identifier, count) -> lines.add(
                "%-12s %-11s %3d of %3d".formatted(name, identifier, found.getOrDefault(identifier, 0), count)));
        lines.forEach(System.out::println);
        lines.add("");
        lines.addAll(missed);
        try {
            Files.createDirectories(Path.of("target", "sets"));
            Files.write(Path.of("target", "sets", name + ".txt"), lines);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
