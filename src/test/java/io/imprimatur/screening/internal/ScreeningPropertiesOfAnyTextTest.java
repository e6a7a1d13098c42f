package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.MarkedText;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.TextScreening;
import io.imprimatur.screening.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What holds for every text, however strange. */
class ScreeningPropertiesOfAnyTextTest {
    private static final int LONGEST = 100_000;
    private static final int MAX_FINDINGS = 500;
    private static final Screener SCREENER = ScreenerFixture.rulesAlone();
    private static final Screener WITH_NAMES = ScreenerFixture.withSettings();

    @Property(tries = 300)
    void anyUnicodeStringIsAnswered(@ForAll @StringLength(max = 3000) String text) {
        assertSound(text, SCREENER.screen(text));
    }

    @Property(tries = 30)
    void theModelForNamesAnswersAnyUnicodeString(@ForAll @StringLength(max = 1000) String text) {
        assertSound(text, WITH_NAMES.screen(text));
    }

    @Property(tries = 1)
    void theModelForNamesAnswersTheGreatestLength(@ForAll @StringLength(LONGEST) String text) {
        assertSound(text, WITH_NAMES.screen(text));
    }

    @Property(tries = 3)
    void anyUnicodeStringOfTheGreatestLengthIsAnswered(@ForAll @StringLength(LONGEST) String text) {
        assertSound(text, SCREENER.screen(text));
    }

    @Property(tries = 40)
    void oneThingWrittenOverAndOverIsAnswered(@ForAll("repeated") String unit) {
        var text = unit.repeat(LONGEST / unit.length());

        assertSound(text, SCREENER.screen(text));
    }

    @Property(tries = 300)
    void piecesOfIdentifiersInAnyOrderAreAnswered(@ForAll("shards") String text) {
        assertSound(text, SCREENER.screen(text));
    }

    @Property(tries = 5)
    void longTextsAreAnswered(@ForAll("shards") String shard, @ForAll @StringLength(min = 1, max = 20) String glue) {
        var unit = shard + glue;
        var text = unit.repeat(LONGEST / unit.length() + 1).substring(0, LONGEST);

        assertSound(text, SCREENER.screen(text));
    }

    @Property(tries = 300)
    void invisibleCharactersHideNoSocialSecurityNumber(
            @ForAll @Size(11) List<@IntRange(max = 4) Integer> howMany, @ForAll("invisible") String invisible) {
        var number = "212-09-9999";
        var text = new StringBuilder("on file: ");
        for (int at = 0; at < number.length(); at++) {
            text.append(number.charAt(at)).append(invisible.repeat(howMany.get(at)));
        }

        assertThat(SCREENER.screen(text.append(" today").toString()).findings()).anySatisfy(finding -> {
            assertThat(finding.identifier()).isEqualTo(Identifier.SSN);
            assertThat(finding.severity()).isEqualTo(Severity.BLOCK);
        });
    }

    @Property(tries = 200)
    void segmentsOfMarkedTextMakeUpTheWholeText(@ForAll("shards") String text) {
        var marked = MarkedText.of(text, SCREENER.screen(text).findings());

        assertThat(marked.segments().stream().map(MarkedText.Segment::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Provide
    Arbitrary<String> repeated() {
        return Arbitraries.of(
                "7",
                " ",
                "a",
                "patient ",
                "mrn ",
                "1 ",
                "1.",
                "12/",
                "+1 617",
                "<b>",
                "&#54;",
                "%41",
                "QUJD",
                "a@",
                "::",
                "((",
                "five ",
                "12 oak ",
                "\uD800",
                "\u0301",
                "the age of 92 ",
                "12 May ",
                "street ",
                "x. ",
                "О",
                "1 O ");
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.of("\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u202E", "\uDB40\uDC41");
    }

    @Provide
    Arbitrary<String> shards() {
        return Arbitraries.of(
                        "617",
                        "-",
                        " ",
                        ".",
                        "555-0123",
                        "12",
                        "/",
                        "2024",
                        "May",
                        "MRN",
                        ":",
                        "#",
                        "@",
                        "gmail.com",
                        "Street",
                        "Oak",
                        "92",
                        "year-old",
                        "patient",
                        "born",
                        "(",
                        ")",
                        "+1",
                        "::",
                        "2001:db8",
                        "fax",
                        "4111 1111 1111 1111",
                        "GB82",
                        "WEST",
                        "\n",
                        "\uD83D\uDE00",
                        "\uD800",
                        "\u200B",
                        "１",
                        "é",
                        "ﷺ",
                        "http://",
                        "www.",
                        "ID",
                        "x",
                        "9",
                        "0",
                        "of",
                        "the",
                        "1EG4TE5MK73",
                        "apt",
                        "ZIP",
                        "$",
                        "%",
                        "five",
                        "oh",
                        "&#x31;",
                        "&amp;",
                        "<b>",
                        "%41",
                        "MTIzLTQ1LTY3ODk=",
                        "\u0301",
                        "\u05D0",
                        "О",
                        "_AT_",
                        "(dot)",
                        "lives at",
                        "Berlin",
                        "last",
                        "Tuesday",
                        "ago")
                .list()
                .ofMaxSize(60)
                .map(shards -> String.join("", shards));
    }

    private static void assertSound(String text, TextScreening screening) {
        assertThat(screening.findings()).hasSizeLessThanOrEqualTo(MAX_FINDINGS);
        assertThat(screening.verdict() == Verdict.CLEAR)
                .isEqualTo(screening.findings().isEmpty());
        for (Finding finding : screening.findings()) {
            assertThat(finding.start()).isNotNegative().isLessThan(finding.end());
            assertThat(finding.end()).isLessThanOrEqualTo(text.length());
            assertThat(splitsPair(text, finding.start()) || splitsPair(text, finding.end()))
                    .isFalse();
        }
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
