package io.imprimatur.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A text cut into segments where findings begin and end, for pages that mark them.
 *
 * @param segments joined, their texts are the whole text
 */
public record MarkedText(List<Segment> segments) {
    public MarkedText {
        segments = List.copyOf(segments);
    }

    /** @param findings of that text, in any order; they may overlap */
    public static MarkedText of(String text, List<Finding> findings) {
        var cuts = new TreeSet<Integer>();
        cuts.add(0);
        cuts.add(text.length());
        for (var finding : findings) {
            cuts.add(start(text, finding));
            cuts.add(end(text, finding));
        }
        var segments = new ArrayList<Segment>();
        var from = cuts.pollFirst();
        for (var to : cuts) {
            int begin = from;
            var covering = findings.stream()
                    .filter(finding -> start(text, finding) <= begin && end(text, finding) >= to)
                    .toList();
            segments.add(new Segment(text.substring(begin, to), covering));
            from = to;
        }
        return new MarkedText(segments);
    }

    private static int start(String text, Finding finding) {
        var at = Math.min(finding.start(), text.length());
        return splitsPair(text, at) ? at - 1 : at;
    }

    private static int end(String text, Finding finding) {
        var at = Math.min(finding.end(), text.length());
        return splitsPair(text, at) ? at + 1 : at;
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /**
     * @param text never empty
     * @param findings those that cover this segment; none means plain text
     */
    public record Segment(String text, List<Finding> findings) {
        public Segment {
            findings = List.copyOf(findings);
        }

        public boolean marked() {
            return !findings.isEmpty();
        }

        /** The worst severity here. */
        public Optional<Severity> severity() {
            return findings.stream().map(Finding::severity).max(Severity::compareTo);
        }
    }
}
