package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Figures.Group;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A regular expression with the words or digits that it cannot do without. It is tried around those only: most texts hold
 * few of them, and a text that holds many is still read once.
 */
final class Probe {
    private final Pattern pattern;
    private final Where where;
    private final boolean anchored;

    /** Where a rule looks; ascending. */
    interface Where {
        List<Span> windows(NormalText text);
    }

    private Probe(String regex, Where where, boolean anchored) {
        this.pattern = Pattern.compile(regex);
        this.where = where;
        this.anchored = anchored;
    }

    /** Words that a space sets apart. */
    static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }

    /** Anywhere within windows that do not overlap. */
    static Probe within(Where where, String regex) {
        return new Probe(regex, where, false);
    }

    /** From the start of each of these windows. */
    static Probe startingAt(Where where, String regex) {
        return new Probe(regex, where, true);
    }

    /** Around each of these words (in lower case), as far as the reach. */
    static Probe atWords(Set<String> words, int before, int after, String regex) {
        return within(Windows.around(words, before, after, (text, start) -> true), regex);
    }

    /** From the first letter of each of these words. */
    static Probe startingAtWords(Set<String> words, int after, String regex) {
        return startingAt(Windows.behind(words, after, (text, start) -> true), regex);
    }

    /** Around each of these words that has a digit within reach. */
    static Probe atWordsByDigits(Set<String> words, int before, int after, String regex) {
        return within(
                Windows.around(
                        words, before, after, (text, start) -> text.figures().within(start - before, start + after)),
                regex);
    }

    /** From the first letter of each of these words that a digit follows within reach. */
    static Probe startingAtWordsBeforeDigits(Set<String> words, int after, String regex) {
        return startingAt(
                Windows.behind(words, after, (text, start) -> text.figures().within(start, start + after)), regex);
    }

    /** Around each of these words that a digit stands before within reach. */
    static Probe atWordsBehindDigits(Set<String> words, int before, int after, String regex) {
        return within(
                Windows.around(
                        words, before, after, (text, start) -> text.figures().within(start - before, start)),
                regex);
    }

    /** Around groups of figures that may be it. */
    static Probe atFigures(Predicate<Group> which, int before, int after, String regex) {
        return within(
                text -> {
                    var windows = new Windows(text.text(), before, after);
                    for (var group : text.figures().groups()) {
                        if (which.test(group)) {
                            windows.add(group.start(), group.end());
                        }
                    }
                    return windows.all();
                },
                regex);
    }

    /** Around each number of up to three digits between these two. */
    static Probe atNumbers(int least, int most, int before, int after, String regex) {
        return within(
                text -> {
                    var windows = new Windows(text.text(), before, after);
                    for (var run : text.figures().runs()) {
                        if (isBetween(least, most, text.text(), run)) {
                            windows.add(run.start(), run.end());
                        }
                    }
                    return windows.all();
                },
                regex);
    }

    /** From the first digit of each number of up to three digits between these two. */
    static Probe startingAtNumbers(int least, int most, int after, String regex) {
        return startingAt(
                text -> text.figures().runs().stream()
                        .filter(run -> isBetween(least, most, text.text(), run))
                        .map(run -> Windows.behind(text.text(), run.start(), after))
                        .toList(),
                regex);
    }

    /** Around each place of this character. */
    static Probe at(char unit, int before, int after, String regex) {
        return within(
                text -> {
                    var windows = new Windows(text.text(), before, after);
                    for (int at = text.text().indexOf(unit);
                            at >= 0;
                            at = text.text().indexOf(unit, at + 1)) {
                        windows.add(at, at + 1);
                    }
                    return windows.all();
                },
                regex);
    }

    List<Hit> in(NormalText text) {
        var windows = where.windows(text);
        if (windows.isEmpty()) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        for (var window : windows) {
            var match = pattern.matcher(text.text().substring(window.start(), window.end()));
            if (anchored) {
                if (match.lookingAt()) {
                    hits.add(Hit.of(text.text(), match, window.start()));
                }
                continue;
            }
            while (match.find()) {
                hits.add(Hit.of(text.text(), match, window.start()));
            }
        }
        return hits;
    }

    private static boolean isBetween(int least, int most, String text, Span run) {
        if (run.end() - run.start() > 3) {
            return false;
        }
        int number = Integer.parseInt(text, run.start(), run.end(), 10);
        return number >= least && number <= most;
    }
}
