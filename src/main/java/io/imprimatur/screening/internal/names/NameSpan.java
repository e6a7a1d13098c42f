package io.imprimatur.screening.internal.names;

import io.imprimatur.screening.internal.names.Label.Kind;
import io.imprimatur.screening.internal.names.Tagger.Tagged;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Words in a row that are likely one name.
 *
 * @param first number of its first word
 * @param last number of its last word
 * @param likelihood of its likeliest word
 */
record NameSpan(Kind kind, int first, int last, double likelihood) {

    /**
     * Names of one kind whose words are at least so likely. Where a second word seems to begin a name as well, it is rather
     * the surname behind a first name.
     */
    static List<NameSpan> of(List<Tagged> words, Kind kind, double least) {
        var spans = new ArrayList<NameSpan>();
        int first = -1;
        double likelihood = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean within = word.likelihood(kind) >= least;
            if (first >= 0 && (!within || (word.begins(kind) && i - first > 1))) {
                spans.add(new NameSpan(kind, first, i - 1, likelihood));
                first = -1;
            }
            if (within) {
                likelihood = first < 0 ? word.likelihood(kind) : Math.max(likelihood, word.likelihood(kind));
                first = first < 0 ? i : first;
            }
        }
        if (first >= 0) {
            spans.add(new NameSpan(kind, first, words.size() - 1, likelihood));
        }
        return spans;
    }

    /** Whether its first word is among these; what follows it then, as in "Child-Pugh B", is no name either. */
    boolean beginsWithin(BitSet words) {
        return words.get(first);
    }

    NameSpan from(int otherFirst) {
        return new NameSpan(kind, otherFirst, last, likelihood);
    }

    NameSpan to(int otherLast) {
        return new NameSpan(kind, first, otherLast, likelihood);
    }
}
