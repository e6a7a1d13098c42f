package io.imprimatur.screening.internal.detect;

import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import io.imprimatur.screening.internal.detect.Probe.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Stretches of a text around places; those that touch become one, so that no unit is looked at twice. */
final class Windows {
    /** How far a window grows so that it cuts no word. */
    private static final int LONGEST_WORD = 40;

    private final String text;
    private final int before;
    private final int after;
    private final List<Span> all = new ArrayList<>();

    Windows(String text, int before, int after) {
        this.text = text;
        this.before = before;
        this.after = after;
    }

    /** @param start not less than that of the place before */
    void add(int start, int end) {
        int from = wordStart(Math.max(0, start - before));
        int to = wordEnd(text, Math.min(text.length(), end + after));
        var last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last != null && from <= last.end()) {
            all.set(all.size() - 1, new Span(last.start(), Math.max(to, last.end())));
        } else {
            all.add(new Span(from, to));
        }
    }

    List<Span> all() {
        return all;
    }

    /** Whether a rule looks at a word that begins there. */
    interface Condition {
        boolean holds(NormalText text, int start);
    }

    /** Around each of these words that the condition lets pass. */
    static Where around(Set<String> words, int before, int after, Condition condition) {
        var all = Set.copyOf(words);
        return text -> {
            var windows = new Windows(text.text(), before, after);
            for (int start : places(text, all)) {
                if (condition.holds(text, start)) {
                    windows.add(start, start);
                }
            }
            return windows.all();
        };
    }

    /** From each of these words that the condition lets pass; such windows may overlap. */
    static Where behind(Set<String> words, int after, Condition condition) {
        var all = Set.copyOf(words);
        return text -> {
            var windows = new ArrayList<Span>();
            for (int start : places(text, all)) {
                if (condition.holds(text, start)) {
                    windows.add(behind(text.text(), start, after));
                }
            }
            return windows;
        };
    }

    static Span behind(String text, int start, int after) {
        return new Span(start, wordEnd(text, Math.min(text.length(), start + after)));
    }

    /** Ascending offsets where any of these words begins. */
    static int[] places(NormalText text, Collection<String> words) {
        var places = new int[8];
        int count = 0;
        int sources = 0;
        for (var word : words) {
            var starts = text.words().startsOf(word);
            if (starts.length > 0) {
                if (count + starts.length > places.length) {
                    places = Arrays.copyOf(places, Math.max(places.length * 2, count + starts.length));
                }
                System.arraycopy(starts, 0, places, count, starts.length);
                count += starts.length;
                sources++;
            }
        }
        var found = Arrays.copyOf(places, count);
        if (sources > 1) {
            Arrays.sort(found);
        }
        return found;
    }

    private int wordStart(int from) {
        int least = Math.max(0, from - LONGEST_WORD);
        int at = from;
        while (at > least && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int wordEnd(String text, int to) {
        int most = Math.min(text.length(), to + LONGEST_WORD);
        int at = to;
        while (at < most && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
