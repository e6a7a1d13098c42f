package io.imprimatur.screening.internal.names;

/** What a token is part of; each kind of name has a label for its first token and one for the others. */
final class Label {
    static final int OUTSIDE = 0;
    static final int COUNT = 1 + 2 * Kind.values().length;

    private Label() {}

    /** Kinds of names that the tagger tells apart. */
    enum Kind {
        PERSON,
        PLACE,
        ORGANISATION,
        FACILITY
    }

    static int first(Kind kind) {
        return 1 + 2 * kind.ordinal();
    }

    static int further(Kind kind) {
        return first(kind) + 1;
    }

    static boolean isFurther(int label) {
        return label > 0 && label % 2 == 0;
    }

    /** The kind of a label other than {@link #OUTSIDE}. */
    static Kind kind(int label) {
        return Kind.values()[(label - 1) / 2];
    }

    /** Whether a label may stand behind another: a further one only behind the same kind. */
    static boolean mayFollow(int before, int label) {
        return !isFurther(label) || before == label || before == label - 1;
    }
}
