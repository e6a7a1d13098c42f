package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Screener;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The project's own sets, written by hand for the kinds of text that hospitals post and send. The floors are what was
 * measured, rounded down: they catch a rule that breaks, and are no goal.
 */
class HandWrittenSetsTest {
    private static final Screener SCREENER = ScreenerFixture.withSettings();

    private static final Screener RULES = ScreenerFixture.rulesAlone();

    /** Whatever is not named here is found wherever it is marked. */
    private static final Map<Identifier, Double> POSTS = Map.of(Identifier.NAME, 0.94, Identifier.GEOGRAPHIC, 0.95);

    private static final Map<Identifier, Double> QUERIES =
            Map.of(Identifier.NAME, 0.93, Identifier.GEOGRAPHIC, 0.8, Identifier.DATE, 0.89);
    private static final Map<Identifier, Double> EVASIONS = Map.of(Identifier.NAME, 0.85);

    @ParameterizedTest
    @MethodSource("clearPosts")
    void rulesLeavePostsThatIdentifyNobodyAlone(MarkedSet.Text post) {
        assertThat(RULES.screen(post.text()).findings())
                .filteredOn(Finding::needsAnswer)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cleanQueries")
    void rulesLeaveClinicalQuestionsAboutNobodyAlone(MarkedSet.Text query) {
        assertThat(RULES.screen(query.text()).findings()).isEmpty();
    }

    /** A name may be a word and a word a name, so the model cannot be right each time. */
    @Test
    void theModelTouchesHardlyAnyTextThatIdentifiesNobody() {
        assertThat(untouched(clearPosts())).isGreaterThanOrEqualTo(0.97);
        assertThat(untouched(cleanQueries())).isGreaterThanOrEqualTo(0.96);
    }

    private static double untouched(List<MarkedSet.Text> texts) {
        var touched = texts.stream()
                .map(MarkedSet.Text::text)
                .filter(text -> SCREENER.screen(text).findings().stream().anyMatch(Finding::needsAnswer))
                .toList();
        touched.forEach(text -> System.out.println("touched: " + text));
        return 1 - (double) touched.size() / texts.size();
    }

    @ParameterizedTest
    @MethodSource("floors")
    void whatIdentifiesIsFound(String set, Map<Identifier, Double> floors) {
        var score = SetScore.of(set, SCREENER);

        assertThat(score.identifiers()).isNotEmpty().allSatisfy(identifier -> assertThat(score.recall(identifier))
                .as("%s in %s, missed: %s", identifier, set, score.missed(identifier))
                .isGreaterThanOrEqualTo(floors.getOrDefault(identifier, 1.0)));
    }

    static List<MarkedSet.Text> clearPosts() {
        return MarkedSet.read("posts-clear").texts();
    }

    static List<MarkedSet.Text> cleanQueries() {
        return MarkedSet.read("queries").unmarked();
    }

    static Stream<Arguments> floors() {
        return Stream.of(
                Arguments.of("posts-caught", POSTS),
                Arguments.of("queries", QUERIES),
                Arguments.of("evasions", EVASIONS));
    }
}
