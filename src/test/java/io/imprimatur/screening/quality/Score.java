package io.imprimatur.screening.quality;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.quality.LabelledSet.Document;
import io.imprimatur.screening.quality.LabelledSet.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How findings compare with the known identifiers of a set. A span is found when any finding overlaps it, and covered when
 * findings together mark all of it; a finding is right when it overlaps any span.
 */
final class Score {
    private static final String NOTHING = "nothing";

    private final Set<Identifier> judged;
    private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    private int spans;
    private int found;
    private int covered;
    private int exact;
    private int findings;
    private int right;
    private int clean;
    private int untouched;

    private Score(Set<Identifier> judged) {
        this.judged = judged;
    }

    /** @param judged identifiers whose findings count; others are not looked at */
    static Score of(ScreenedSet set, Set<Identifier> judged) {
        var score = new Score(judged);
        for (int i = 0; i < set.findings().size(); i++) {
            score.add(set.set().documents().get(i), set.findings().get(i));
        }
        return score;
    }

    private void add(Document document, List<Finding> all) {
        var made = all.stream()
                .filter(finding -> judged.contains(finding.identifier()))
                .toList();
        var known = document.spans().stream()
                .filter(span -> judged.contains(span.identifier()))
                .toList();
        known.forEach(span -> add(span, made));
        for (var finding : made) {
            findings++;
            if (known.stream().anyMatch(span -> span.overlaps(finding.start(), finding.end()))) {
                right++;
            } else {
                count(NOTHING, finding.identifier().name());
            }
        }
        if (known.isEmpty()) {
            clean++;
            untouched += made.isEmpty() ? 1 : 0;
        }
    }

    private void add(Span span, List<Finding> made) {
        spans++;
        var over = made.stream()
                .filter(finding -> span.overlaps(finding.start(), finding.end()))
                .toList();
        found += over.isEmpty() ? 0 : 1;
        covered += covers(span, over) ? 1 : 0;
        exact += over.stream().anyMatch(each -> each.start() == span.start() && each.end() == span.end()) ? 1 : 0;
        if (over.isEmpty()) {
            count(span.label(), NOTHING);
        }
        over.stream().map(each -> each.identifier().name()).distinct().forEach(name -> count(span.label(), name));
    }

    private void count(String label, String identifier) {
        confusion.computeIfAbsent(label, each -> new TreeMap<>()).merge(identifier, 1, Integer::sum);
    }

    private static boolean covers(Span span, List<Finding> over) {
        int at = span.start();
        for (var finding : over) {
            if (finding.start() <= at) {
                at = Math.max(at, finding.end());
            }
        }
        return at >= span.end();
    }

    double recall() {
        return share(found, spans);
    }

    double fullCover() {
        return share(covered, spans);
    }

    double precision() {
        return share(right, findings);
    }

    /** Harmonic mean of precision and recall by overlap. */
    double overlapF1() {
        return 2 * precision() * recall() / Math.max(1e-9, precision() + recall());
    }

    /** The same where only equal spans count. */
    double exactF1() {
        return share(2 * exact, findings + spans);
    }

    double untouched() {
        return share(untouched, clean);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    String report(String title) {
        var report = new StringBuilder(String.format(
                Locale.ROOT,
                "%-32s %5d spans  recall %.3f  full cover %.3f  precision %.3f  F1 %.3f (exact %.3f)  untouched %.3f of %d%n",
                title,
                spans,
                recall(),
                fullCover(),
                precision(),
                overlapF1(),
                exactF1(),
                untouched(),
                clean));
        confusion.forEach((label, counts) -> report.append(String.format("    %-20s %s%n", label, counts)));
        return report.toString();
    }
}
