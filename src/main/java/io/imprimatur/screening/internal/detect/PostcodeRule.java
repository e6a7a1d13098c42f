package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.AddressWords.STATE;
import static io.imprimatur.screening.internal.detect.AddressWords.STATE_NAME;
import static io.imprimatur.screening.internal.detect.AddressWords.TOWN;

import com.google.re2j.Pattern;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Postal codes by their words, by the state before them or by their form; of the first three digits only rare ones. */
final class PostcodeRule implements AddressRule {
    /**
     * First three digits of ZIP codes under which 20,000 people or fewer live, 45 CFR 164.514(b)(2)(i)(B): of the census of
     * 2000 as the guidance of the Office for Civil Rights of November 26, 2012 lists them, and of the census of 2010.
     */
    static final Set<String> SPARSE =
            Probe.words("036 059 063 102 203 205 369 556 692 753 772 790 821 823 830 831 878 879 884 890 893");

    private static final int LONGEST_TOWN = 50;
    private static final String CODE_WORD =
            "(?i:zip(?:\\s*-?code)?s?|postal\\s+code|post\\s?code|eircode|pin\\s?code|plz|cap)";
    private static final Probe LABELLED = Probe.atWordsByDigits(
            Probe.words("zip zips zipcode zipcodes postal postcode post eircode pin pincode plz"),
            2,
            50,
            "\\b" + CODE_WORD
                    + "(?:\\s+(?i:is|was|of|are))?[:\\s#(]+(\\d{5}(?:-\\d{3,4})?|[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}|[A-Z]\\d[\\dW]\\s?[A-Z\\d]{4}|\\d{3}\\s?\\d{2,3}|\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{4}(?:\\s?[A-Z]{2})?)\\b");
    private static final Probe PREFIX = Probe.atWordsByDigits(
            Set.of("zip", "zips", "zipcode", "zipcodes"),
            20,
            45,
            "(?i)\\b(?:(?:(?:3|three)-digit\\s+)?zip(?:\\s*-?code)?s?(?:\\s+(?:prefix|area|starting|starts|beginning|begins|first\\s+three|first\\s+3|digits|with|is|of|the|in)){0,5}[:\\s#]+)(\\d{3})(?:xx|\\*\\*|--)?(?:\\b|$)");
    private static final Probe MASKED =
            Probe.atFigures(group -> group.digits() >= 3, 0, 3, "\\b(\\d{3})(?:xx|XX|\\*\\*)");
    private static final Probe AREA = Probe.atWordsByDigits(
            Set.of("area", "in", "near", "zip", "from"),
            12,
            12,
            "(?i)\\b(?:in|near|from)\\s+(?:the\\s+)?(\\d{5})\\s+(?:area|zip|community|neighborhood|region)\\b");
    private static final Pattern TOWN_BEFORE = Pattern.compile("(" + TOWN + "),?\\s+$");
    private static final Probe WITH_STATE = Probe.within(
            PostcodeRule::fiveBehindWords, "\\b(?:" + STATE + "|" + STATE_NAME + "),?\\s+(\\d{5}(?:-\\d{4})?)\\b");
    private static final Probe BEHIND_TOWN = Probe.atFigures(
            group -> group.digits() == 5 && group.runs() == 1,
            60,
            0,
            "\\b(?:in|from|of|near|to|at|lives?|living)\\s+(" + TOWN + ",?\\s+\\d{5})\\b");
    private static final Probe NINE_DIGITS =
            Probe.atFigures(group -> group.digits() >= 9, 0, 0, "\\b(\\d{5}-\\d{4})\\b");
    /** Canada; the United Kingdom; Ireland; Australia. */
    private static final Probe LETTERS = Probe.within(
            PostcodeRule::besideCapitals,
            "\\b(?:([ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z][ -]?\\d[ABCEGHJ-NPRSTV-Z]\\d)"
                    + "|((?:[A-PR-UWYZ]\\d{1,2}|[A-PR-UWYZ][A-HK-Y]\\d[A-Z\\d]?|[A-PR-UWYZ]\\d[A-HJKPSTUW]) \\d[ABD-HJLNP-UW-Z]{2})"
                    + "|([AC-FHKNPRTV-Y]\\d[\\dW] [AC-FHKNPRTV-Y\\d]{4})|((?:NSW|VIC|QLD|TAS|ACT|WA|SA|NT)\\s+\\d{4}))\\b");

    @Override
    public Stream<Span> in(NormalText normal) {
        var whole = Stream.of(LABELLED, AREA, BEHIND_TOWN, NINE_DIGITS, LETTERS)
                .flatMap(probe -> probe.in(normal).stream())
                .map(hit -> group(hit, hit.firstGroupFrom(1)));
        var withState =
                WITH_STATE.in(normal).stream().map(hit -> new Span(townStart(normal.text(), hit.start()), hit.end()));
        var sparse = Stream.of(PREFIX, MASKED)
                .flatMap(probe -> probe.in(normal).stream())
                .filter(hit -> SPARSE.contains(hit.group(1)))
                .map(hit -> new Span(hit.start(1), hit.end()));
        return Stream.of(whole, withState, sparse).flatMap(each -> each);
    }

    private static List<Span> fiveBehindWords(NormalText normal) {
        var text = normal.text();
        var windows = new Windows(text, 17, 5);
        for (var run : normal.figures().runs()) {
            if (run.end() - run.start() == 5
                    && run.start() > 2
                    && Character.isWhitespace(text.charAt(run.start() - 1))) {
                var before = text.charAt(run.start() - 2);
                if (Character.isLetter(before) || before == ',' || before == '.') {
                    windows.add(run.start(), run.end());
                }
            }
        }
        return windows.all();
    }

    private static int townStart(String text, int state) {
        var before = Surroundings.before(text, state, LONGEST_TOWN);
        var town = TOWN_BEFORE.matcher(before);
        return town.find() ? state - before.length() + town.start() : state;
    }

    private static Span group(Hit hit, int group) {
        return new Span(hit.start(group), hit.end(group));
    }

    /** Numbers that a capital letter touches, or is one space away from. */
    private static List<Span> besideCapitals(NormalText normal) {
        var text = normal.text();
        var windows = new Windows(text, 8, 8);
        for (var run : normal.figures().runs()) {
            if (run.end() - run.start() <= 4
                    && (isCapital(text, run.start() - 1)
                            || isCapital(text, run.end())
                            || (isCapital(text, run.start() - 2) && isCapital(text, run.start() - 3)))) {
                windows.add(run.start(), run.end());
            }
        }
        return windows.all();
    }

    private static boolean isCapital(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
    }
}
