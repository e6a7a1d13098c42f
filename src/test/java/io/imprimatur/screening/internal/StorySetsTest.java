package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Screener;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Stories of one patient who is not named, beside texts of the same topics about nobody in particular. The weights were
 * set on the odd texts, so the even ones say how well they do, and the unseen ones, written afterwards, say it best. The
 * bounds are what was measured, a little relaxed.
 */
class StorySetsTest {
    private static final Screener SCREENER = ScreenerFixture.rulesAlone();

    @ParameterizedTest
    @CsvSource({"stories, 0, 0.92", "stories, 1, 0.87", "stories-unseen, 0, 0.70", "stories-unseen, 1, 0.50"})
    void storiesOfOnePatientAreFound(String set, int half, double floor) {
        assertThat(share(set, half)).isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource({"general, 0, 0.03", "general, 1, 0.07", "general-unseen, 0, 0.05", "general-unseen, 1, 0.05"})
    void textsAboutNobodyInParticularAreNoStories(String set, int half, double ceiling) {
        assertThat(share(set, half)).isLessThanOrEqualTo(ceiling);
    }

    /** The share of that half of a set which is taken for a story. */
    private static double share(String set, int half) {
        var texts = MarkedSet.read(set).texts();
        var chosen = IntStream.range(0, texts.size())
                .filter(at -> at % 2 == half)
                .mapToObj(texts::get)
                .toList();
        var told = chosen.stream().filter(StorySetsTest::isStory).toList();
        System.out.printf(
                "%-14s %-4s %2d of %2d told as a story%n", set, half == 0 ? "odd" : "even", told.size(), chosen.size());
        return (double) told.size() / chosen.size();
    }

    private static boolean isStory(MarkedSet.Text text) {
        return SCREENER.screen(text.text()).findings().stream()
                .anyMatch(finding -> finding.identifier() == Identifier.STORY);
    }
}
