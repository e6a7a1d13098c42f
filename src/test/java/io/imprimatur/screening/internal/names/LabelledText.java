package io.imprimatur.screening.internal.names;

import io.imprimatur.screening.internal.names.Label.Kind;
import java.util.List;

/** A text whose names are known. */
record LabelledText(String text, List<Name> names) {
    LabelledText {
        names = List.copyOf(names);
    }

    /** @param start first UTF-16 unit; {@code end} is behind the last */
    record Name(Kind kind, int start, int end) {}

    /** The label of each token. */
    int[] labels(List<Token> tokens) {
        var labels = new int[tokens.size()];
        for (var name : names) {
            boolean first = true;
            for (int i = 0; i < labels.length; i++) {
                var token = tokens.get(i);
                if (token.start() < name.end() && name.start() < token.end()) {
                    labels[i] = first ? Label.first(name.kind()) : Label.further(name.kind());
                    first = false;
                }
            }
        }
        return labels;
    }
}
