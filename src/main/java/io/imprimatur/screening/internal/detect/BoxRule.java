package io.imprimatur.screening.internal.detect;

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

    @Override
    public Stream<Span> in(NormalText normal) {
        return Stream.of(BOX, FLAT)
                .flatMap(probe -> probe.in(normal).stream())
                .map(hit -> new Span(hit.start(), AddressTail.end(normal.text(), hit.end())));
    }
}
