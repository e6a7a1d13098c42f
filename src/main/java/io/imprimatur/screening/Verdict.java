package io.imprimatur.screening;

import java.util.Collection;

/** What screening says of a whole text: the worst severity among its findings. */
public enum Verdict {
    CLEAR,
    REVIEW,
    BLOCK;

    public static Verdict of(Collection<Finding> findings) {
        return findings.stream()
                .map(finding -> switch (finding.severity()) {
                    case INFORMATION -> CLEAR;
                    case REVIEW -> REVIEW;
                    case BLOCK -> BLOCK;
                })
                .reduce(CLEAR, Verdict::worse);
    }

    /** The worse of the two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
