package io.imprimatur.screening.internal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Screener;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The project's own sets, written by hand for the kinds of text that hospitals post and send. The floors are what was
 * measured, rounded down: they catch a rule that breaks, and are no goal.
 */
class HandWrittenSetsTest {
    private static final Screener SCREENER = ScreenerFixture.withSettings();

    private static final Map<Identifier, Double> POSTS = Map.ofEntries(
            entry(Identifier.GEOGRAPHIC, 0.41),
            entry(Identifier.DATE, 0.85),
            entry(Identifier.AGE, 1.0),
            entry(Identifier.PHONE, 1.0),
            entry(Identifier.FAX, 1.0),
            entry(Identifier.EMAIL, 1.0),
            entry(Identifier.SSN, 1.0),
            entry(Identifier.MRN, 1.0),
            entry(Identifier.HEALTH_PLAN, 1.0),
            entry(Identifier.ACCOUNT, 1.0),
            entry(Identifier.LICENSE, 1.0),
            entry(Identifier.VEHICLE, 1.0),
            entry(Identifier.DEVICE, 1.0),
            entry(Identifier.URL, 1.0),
            entry(Identifier.IP_ADDRESS, 1.0),
            entry(Identifier.BIOMETRIC, 0.5),
            entry(Identifier.OTHER_ID, 0.88));
    private static final Map<Identifier, Double> QUERIES = Map.of(
            Identifier.DATE, 0.52,
            Identifier.AGE, 1.0,
            Identifier.PHONE, 1.0,
            Identifier.FAX, 1.0,
            Identifier.EMAIL, 1.0,
            Identifier.SSN, 1.0,
            Identifier.MRN, 0.66,
            Identifier.HEALTH_PLAN, 1.0,
            Identifier.ACCOUNT, 1.0,
            Identifier.IP_ADDRESS, 1.0);
    private static final Map<Identifier, Double> EVASIONS = Map.of(
            Identifier.DATE, 0.6,
            Identifier.AGE, 0.8,
            Identifier.PHONE, 0.45,
            Identifier.EMAIL, 0.4,
            Identifier.SSN, 0.41,
            Identifier.MRN, 0.4,
            Identifier.HEALTH_PLAN, 1.0);

    @ParameterizedTest
    @MethodSource("clearPosts")
    void postsThatIdentifyNobodyStayClear(MarkedSet.Text post) {
        assertThat(SCREENER.screen(post.text()).findings())
                .filteredOn(Finding::needsAnswer)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cleanQueries")
    void clinicalQuestionsAboutNobodyRaiseNothing(MarkedSet.Text query) {
        assertThat(SCREENER.screen(query.text()).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("floors")
    void whatIdentifiesIsFound(String set, Map<Identifier, Double> floors) {
        var score = SetScore.of(set, SCREENER);

        assertThat(floors).allSatisfy((identifier, floor) -> assertThat(score.recall(identifier))
                .as("%s in %s, missed: %s", identifier, set, score.missed(identifier))
                .isGreaterThanOrEqualTo(floor));
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
