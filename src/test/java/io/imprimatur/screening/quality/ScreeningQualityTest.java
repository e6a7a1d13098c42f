package io.imprimatur.screening.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.internal.ScreenerFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores the whole composition on sets from elsewhere; none of their texts was used in training. */
@Tag("screening-quality")
class ScreeningQualityTest {
    private static final Path SETS = Path.of("../shared/data/phi");
    private static final Screener SCREENER = ScreenerFixture.withSettings();
    private static final Set<Identifier> PEOPLE = Set.of(Identifier.NAME);
    private static final Set<Identifier> SAFE_HARBOR = EnumSet.complementOf(EnumSet.of(Identifier.STORY));

    @Test
    void syntheticSentencesOfManyCountries() throws IOException {
        var screened = screened("presidio_v2");
        var people = Score.of(screened, PEOPLE);
        var safeHarbor = Score.of(screened, SAFE_HARBOR);
        System.out.print(people.report("presidio_v2, people") + safeHarbor.report("presidio_v2, Safe Harbor"));

        assertThat(people.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(people.precision()).isGreaterThanOrEqualTo(0.85);
        assertThat(safeHarbor.recall()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void moreSyntheticSentences() throws IOException {
        var screened = screened("presidio_large");
        var people = Score.of(screened, PEOPLE);
        System.out.print(people.report("presidio_large, people")
                + Score.of(screened, SAFE_HARBOR).report("presidio_large, Safe Harbor"));

        assertThat(people.recall()).isGreaterThanOrEqualTo(0.93);
        assertThat(people.precision()).isGreaterThanOrEqualTo(0.85);
    }

    /** In posts about anything, where a question at each doubt would wear people out, what is sure is the measure. */
    @ParameterizedTest
    @CsvSource({"tweebank_test, 0.83", "wnut_test, 0.65", "btcnh_test, 0.8"})
    void peopleInPosts(String name, double goal) throws IOException {
        var screened = screened(name);
        var sure = Score.of(screened.sure(), PEOPLE);
        System.out.print(sure.report(name + ", people, sure")
                + Score.of(screened, PEOPLE).report(name + ", people, with doubtful"));

        assertThat(sure.overlapF1()).isGreaterThanOrEqualTo(goal);
    }

    private static ScreenedSet screened(String name) throws IOException {
        return ScreenedSet.of(read(name), SCREENER);
    }

    private static LabelledSet read(String name) throws IOException {
        var file = SETS.resolve(name + ".jsonl");
        assumeTrue(Files.exists(file), "The labelled set " + file + " is absent, so quality is not measured on it.");
        return LabelledSet.read(file, ScreeningQualityTest::identifier);
    }

    /** Countries, bare years, weekdays, nationalities, titles, organisations and ages below 90 are no identifiers of Safe Harbor. */
    private static Optional<Identifier> identifier(String label, String words) {
        return switch (label) {
            case "PER", "PERSON", "person" -> Optional.of(Identifier.NAME);
            case "GPE", "LOCATION" -> isCountry(words) ? Optional.empty() : Optional.of(Identifier.GEOGRAPHIC);
            case "DATE_TIME" -> isYear(words) || isWeekday(words) ? Optional.empty() : Optional.of(Identifier.DATE);
            case "STREET_ADDRESS", "ADDRESS", "ZIP_CODE" -> Optional.of(Identifier.GEOGRAPHIC);
            case "PHONE_NUMBER" -> Optional.of(Identifier.PHONE);
            case "EMAIL_ADDRESS" -> Optional.of(Identifier.EMAIL);
            case "US_SSN" -> Optional.of(Identifier.SSN);
            case "CREDIT_CARD", "IBAN_CODE" -> Optional.of(Identifier.ACCOUNT);
            case "US_DRIVER_LICENSE" -> Optional.of(Identifier.LICENSE);
            case "IP_ADDRESS" -> Optional.of(Identifier.IP_ADDRESS);
            case "DOMAIN_NAME" -> Optional.of(Identifier.URL);
            default -> Optional.empty();
        };
    }

    private static boolean isYear(String words) {
        return words.length() == 4 && words.chars().allMatch(Character::isDigit);
    }

    private static boolean isWeekday(String words) {
        return Arrays.stream(DayOfWeek.values()).anyMatch(day -> day.name().equalsIgnoreCase(words));
    }

    private static boolean isCountry(String words) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH))
                .anyMatch(words::equalsIgnoreCase);
    }
}
