package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Screener;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However a number is spelled or encoded, it is found, and the finding covers all of it. */
class EvasionPropertiesTest {
    private static final Screener SCREENER = ScreenerFixture.rulesAlone();
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final Map<String, UnaryOperator<String>> EVASIONS = Map.ofEntries(
            Map.entry("as it is", UnaryOperator.identity()),
            Map.entry("zero-width", number -> number.replaceAll("(?<=\\d)(?=\\d)", "\u200B")),
            Map.entry("full-width", number -> shifted(number, 0xFF10)),
            Map.entry("Arabic", number -> shifted(number, 0x0660)),
            Map.entry("keycaps", number -> number.replaceAll("(\\d)", "$1\uFE0F\u20E3")),
            Map.entry("circled", EvasionPropertiesTest::circled),
            Map.entry("spelled", EvasionPropertiesTest::spelled),
            Map.entry("spaced", number -> number.replaceAll("(?<=.)(?=.)", " ")),
            Map.entry("entities", number -> number.replaceAll("(\\d)", "&#x3$1;")),
            Map.entry("tags", number -> number.replaceAll("(?<=\\d)(?=\\d)", "<b></b>")),
            Map.entry("non-breaking hyphens", number -> number.replace('-', '\u2011')));

    @Property(tries = 400)
    void aSocialSecurityNumberIsFound(@ForAll("ssn") String number, @ForAll("evasion") String evasion) {
        assertFound("Her SSN is ", number, evasion);
    }

    @Property(tries = 400)
    void aTelephoneNumberIsFound(@ForAll("phone") String number, @ForAll("evasion") String evasion) {
        assertFound("call her at ", number, evasion);
    }

    @Property(tries = 400)
    void aMedicalRecordNumberIsFound(@ForAll("mrn") String number, @ForAll("evasion") String evasion) {
        assertFound("the chart with MRN ", number, evasion);
    }

    @Property(tries = 200)
    void whatIsEncodedIsFound(@ForAll("ssn") String number) {
        var code = Base64.getEncoder().encodeToString(("SSN " + number).getBytes(StandardCharsets.UTF_8));

        assertCovered("see " + code + " there", 4, 4 + code.length());
    }

    private static void assertFound(String before, String number, String evasion) {
        var hidden = EVASIONS.getOrDefault(evasion, UnaryOperator.identity()).apply(number);

        assertCovered(before + hidden + ", thanks", before.length(), before.length() + hidden.length());
    }

    private static void assertCovered(String text, int start, int end) {
        assertThat(SCREENER.screen(text).findings())
                .as(text)
                .filteredOn(Finding::needsAnswer)
                .anyMatch(finding -> finding.start() <= start && finding.end() >= end);
    }

    private static String shifted(String number, int zero) {
        return number.chars()
                .map(unit -> Character.isDigit(unit) ? unit - '0' + zero : unit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String circled(String number) {
        return number.chars()
                .map(unit -> unit == '0' ? 0x24EA : Character.isDigit(unit) ? unit - '1' + 0x2460 : unit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String spelled(String number) {
        return number.chars()
                .mapToObj(unit -> Character.isDigit(unit) ? WORDS.get(unit - '0') : "dash")
                .collect(Collectors.joining(" "));
    }

    @Provide
    Arbitrary<String> evasion() {
        return Arbitraries.of(EVASIONS.keySet());
    }

    @Provide
    Arbitrary<String> ssn() {
        return Combinators.combine(between(100, 665), between(10, 99), between(1000, 9999))
                .as((area, group, serial) -> area + "-" + group + "-" + serial);
    }

    @Provide
    Arbitrary<String> phone() {
        return between(1000, 9999).map(line -> "617-555-" + line);
    }

    @Provide
    Arbitrary<String> mrn() {
        return between(1_000_000, 98_765_432).map(String::valueOf);
    }

    private static Arbitrary<Integer> between(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }
}
