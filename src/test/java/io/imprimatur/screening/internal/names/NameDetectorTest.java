package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.internal.ScreenerFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameDetectorTest {
    private static final Screener SCREENER = ScreenerFixture.withSettings();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please call Rosa Delgado about her results. | Rosa Delgado",
                "pt rosa delgado c/o chest pain | rosa delgado",
                "ROSA DELGADO WAS SEEN TODAY | ROSA DELGADO",
                "Mrs. Okafor is allergic to penicillin. | Mrs. Okafor",
                "Dr. Nguyen saw the boy. | Dr. Nguyen",
                "Delgado, Rosa, room 4 | Delgado, Rosa",
                "Does Priya need the second dose? | Priya",
                "Grace asked about Tylenol. | Grace"
            })
    void peopleAreFoundHoweverTheyAreWritten(String text, String name) {
        assertThat(marked(text, Identifier.NAME)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Parkinson's disease and Crohn's disease can be treated.",
                "What is the first-line treatment for Graves' disease?",
                "Ask your doctor whether Ozempic or Jardiance is right for you.",
                "Foley out, Hickman line clean, Lasix given.",
                "The Apgar score and the Glasgow Coma Scale, explained.",
                "May is a month of hope.",
                "People in Ohio and Canada eat more fish.",
                "Our clinic in Dayton opens in spring."
            })
    void eponymsDrugsStatesAndOrdinaryWordsRaiseNothing(String text) {
        assertThat(SCREENER.screen(text).findings()).isEmpty();
    }

    @Test
    void aTownNeedsALookBesideSomebodyAndBlocksBesideAPatient() {
        assertThat(severity("She moved to Chattanooga.", Identifier.GEOGRAPHIC)).isEqualTo(Severity.REVIEW);
        assertThat(severity("Pt is a 72F who lives in Chattanooga.", Identifier.GEOGRAPHIC))
                .isEqualTo(Severity.BLOCK);
    }

    @Test
    void thresholdsAreConfiguration() {
        var text = "Please call Rosa Delgado.";
        var nothingIsSure = ScreenerFixture.withSettings("names.block-at", "1");

        assertThat(SCREENER.screen(text).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.BLOCK);
        assertThat(nothingIsSure.screen(text).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.REVIEW);
    }

    @Test
    void namesAreFoundAtTheEndOfALongText() {
        var text = "The garden is open to all visitors every day of the week. ".repeat(60)
                + "Rosa Delgado lives next door.";

        assertThat(marked(text, Identifier.NAME)).containsExactly("Rosa Delgado");
    }

    private static List<String> marked(String text, Identifier identifier) {
        return SCREENER.screen(text).findings().stream()
                .filter(finding -> finding.identifier() == identifier)
                .map(finding -> text.substring(finding.start(), finding.end()))
                .toList();
    }

    private static Severity severity(String text, Identifier identifier) {
        return SCREENER.screen(text).findings().stream()
                .filter(finding -> finding.identifier() == identifier)
                .map(Finding::severity)
                .max(Severity::compareTo)
                .orElseThrow();
    }
}
