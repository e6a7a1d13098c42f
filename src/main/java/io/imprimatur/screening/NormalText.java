package io.imprimatur.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text in normal form, as every detector reads it: no invisible characters, digits 0-9, plain spaces, hyphens, quotes and
 * line ends. What more than one detector needs is found once and kept; an instance belongs to one thread.
 */
public final class NormalText {
    private final String text;
    private final Map<Class<?>, Object> lookups = new HashMap<>();
    private @Nullable List<Span> sentences;
    private @Nullable Words words;
    private @Nullable Figures figures;

    public NormalText(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /**
     * A stretch of the text.
     *
     * @param start its first UTF-16 unit
     * @param end behind its last UTF-16 unit
     */
    public record Span(int start, int end) {}

    /** The sentences in their order; together they are the whole text. */
    public List<Span> sentences() {
        var known = sentences;
        if (known == null) {
            known = split();
            sentences = known;
        }
        return known;
    }

    /** The sentences that this stretch begins, is within or ends in, as one stretch. */
    public Span sentenceAround(int start, int end) {
        var from = sentenceAt(start);
        return new Span(
                from.start(), Math.max(end, sentenceAt(Math.max(start, end - 1)).end()));
    }

    /** Its words and where they stand. */
    public Words words() {
        var known = words;
        if (known == null) {
            known = Words.of(text);
            words = known;
        }
        return known;
    }

    /** Its digits and how they are grouped. */
    public Figures figures() {
        var known = figures;
        if (known == null) {
            known = Figures.of(text);
            figures = known;
        }
        return known;
    }

    /** What detectors work out from a text, worked out once. */
    public <T> T lookup(Class<T> kind, Function<NormalText, T> of) {
        var known = lookups.get(kind);
        if (known == null) {
            known = of.apply(this);
            lookups.put(kind, known);
        }
        return kind.cast(known);
    }

    private Span sentenceAt(int at) {
        var all = sentences();
        return all.isEmpty() ? new Span(0, text.length()) : all.get(sentenceNumber(at));
    }

    /** Number, from 0, of the sentence with this place. */
    public int sentenceNumber(int at) {
        var all = sentences();
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (all.get(middle).start() <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private List<Span> split() {
        var found = new ArrayList<Span>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (SentenceEnds.at(text, at)) {
                found.add(new Span(start, at + 1));
                start = at + 1;
            }
        }
        if (start < text.length()) {
            found.add(new Span(start, text.length()));
        }
        return List.copyOf(found);
    }
}
