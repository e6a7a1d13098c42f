package io.imprimatur.desk.view;

import io.imprimatur.screening.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text cut at its findings, so that a template can mark them. */
public record MarkedText(List<Segment> segments) {
    public MarkedText {
        segments = List.copyOf(segments);
    }

    /** @param finding null for text in which nothing was found */
    public record Segment(String text, @Nullable Finding finding) {}

    /** Findings may overlap; each place is then marked by the finding that begins first. */
    public static MarkedText of(String text, List<Finding> findings) {
        var segments = new ArrayList<Segment>();
        int at = 0;
        var inOrder = findings.stream()
                .sorted(Comparator.comparingInt(Finding::start))
                .toList();
        for (Finding finding : inOrder) {
            int start = Math.max(at, finding.start());
            int end = Math.min(text.length(), finding.end());
            if (end <= start) {
                continue;
            }
            if (start > at) {
                segments.add(new Segment(text.substring(at, start), null));
            }
            segments.add(new Segment(text.substring(start, end), finding));
            at = end;
        }
        if (at < text.length()) {
            segments.add(new Segment(text.substring(at), null));
        }
        return new MarkedText(segments);
    }
}
