package io.imprimatur.screening;

import java.util.Collection;

/** What screening says of a whole text: the worst severity among its findings. */
public enum Verdict {
    CLEAR,
    REVIEW,
    BLOCK;

    public static Verdict of(Collection<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity() == Severity.BLOCK ? BLOCK : REVIEW)
                .reduce(CLEAR, Verdict::worse);
    }

    /** The worse of the two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
