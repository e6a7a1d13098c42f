package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.Set;
import java.util.stream.Stream;

/** Post-office boxes and flats. */
final class BoxRule implements AddressRule {
    private static final Probe BOX = Probe.atWordsByDigits(
            Set.of("box", "pobox", "postfach", "postbus"),
            30,
            20,
            "(?i)\\b(?:(?:p\\.?\\s?o\\.?|post\\s+office|postal)\\s?box|psc\\s+\\d+,?\\s+box|unit\\s+\\d+,?\\s+box|(?:rr|hc|rural\\s+route)\\s*#?\\d{1,3},?\\s+box|pobox|postfach|postbus)\\s*#?\\s*\\d{1,6}\\b");
    private static final Probe FLAT = Probe.atWordsByDigits(
            Set.of("apartment", "apt", "flat"),
            0,
            25,
            "(?i)\\b(?:apartment|apt\\.?|flat)\\s*#?\\s?(?:\\d{1,5}-?[a-z]?|[a-z]-?\\d{1,4})\\b");

    /** A name and number, with or without another number before, is a street where a flat follows. */
    private static final Pattern STREET_BEFORE =
            Pattern.compile("(?:\\b\\d{1,6},?\\s+)?(?:\\p{L}[\\p{L}.'-]*\\s+){1,4}\\d{1,4}[a-zA-Z]?\\s*,?\\s*$");

    private static final int LONGEST_STREET = 60;

    @Override
    public Stream<Span> in(NormalText normal) {
        return Stream.of(BOX, FLAT)
                .flatMap(probe -> probe.in(normal).stream())
                .map(hit ->
                        new Span(streetStart(normal.text(), hit.start()), AddressTail.end(normal.text(), hit.end())));
    }

    private static boolean beginsStreet(char unit) {
        return Edges.isDigit(unit) || Character.isUpperCase(unit);
    }

    private static int streetStart(String text, int flat) {
        var before = Surroundings.before(text, flat, LONGEST_STREET);
        var street = STREET_BEFORE.matcher(before);
        return street.find() && beginsStreet(before.charAt(street.start()))
                ? flat - before.length() + street.start()
                : flat;
    }
}
