package io.imprimatur.content.comparison;

/** Makes what compares, for tests elsewhere. */
public final class Comparisons {
    private Comparisons() {}

    public static RevisionComparison saying(RevisionWords words) {
        return new RevisionComparison(new TextComparison(new ComparisonProperties(4_000)), words);
    }
}
