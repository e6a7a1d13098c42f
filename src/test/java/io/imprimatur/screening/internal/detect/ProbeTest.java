package io.imprimatur.screening.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.ArrayList;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProbeTest {
    @Test
    void looksOnlyWhereItsWordStands() {
        var probe = Probe.atWords(Set.of("mrn"), 0, 10, "\\d+");

        assertThat(probe.in(new NormalText("12 and MRN 34, and much later on 56")))
                .extracting(Hit::group)
                .containsExactly("34");
    }

    @Test
    void aWordWithoutDigitsNearIsLeftAlone() {
        var probe = Probe.atWordsByDigits(Set.of("id"), 5, 10, "[A-Z]+");

        assertThat(probe.in(new NormalText("bring an ID along"))).isEmpty();
        assertThat(probe.in(new NormalText("her ID is 7")))
                .extracting(Hit::group)
                .containsExactly("ID");
    }

    /** No unit of a text is read twice by one rule, however often its words occur: so work grows with the text only. */
    @Property(tries = 200)
    void windowsNeitherOverlapNorLeaveTheText(@ForAll("texts") String text) {
        var seen = new ArrayList<Span>();
        Probe.within(
                        normal -> {
                            seen.addAll(Windows.around(Set.of("mrn", "id"), 30, 60, (any, start) -> true)
                                    .windows(normal));
                            return seen;
                        },
                        "\\d+")
                .in(new NormalText(text));

        int end = 0;
        for (var window : seen) {
            assertThat(window.start()).isGreaterThanOrEqualTo(end);
            assertThat(window.end()).isBetween(window.start(), text.length());
            end = window.end();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "mrn ",
                        "id",
                        "MRN12 ",
                        "x",
                        " ",
                        "12",
                        "words and more words ",
                        "-",
                        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                .list()
                .ofMaxSize(80)
                .map(parts -> String.join("", parts));
    }
}
