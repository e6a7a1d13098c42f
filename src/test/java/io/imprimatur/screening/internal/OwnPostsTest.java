package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import io.imprimatur.screening.internal.directory.EntryKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Posts about the organisation's own people, numbers, places and events: clear with its directory, and not without it. */
class OwnPostsTest {
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final SetScore FOUND_WITHOUT = SetScore.of("posts-own", ScreenerFixture.withSettings());
    private static final Screener WITH = ScreenerFixture.withDirectory(directory(), NOW);

    @ParameterizedTest
    @MethodSource("posts")
    void nothingOfTheDirectoryNeedsAnAnswer(MarkedSet.Text post) {
        var asked = WITH.screen(post.text()).findings().stream()
                .filter(Finding::needsAnswer)
                .toList();

        assertThat(post.marks()).noneMatch(mark -> asked.stream().anyMatch(mark::isFoundBy));
    }

    /** The model may take an ordinary word for a name. */
    @Test
    void hardlyAnyPostNeedsAnAnswerWithTheDirectory() {
        var clear = posts().stream()
                .filter(post -> WITH.screen(post.text()).findings().stream().noneMatch(Finding::needsAnswer))
                .count();

        System.out.printf("clear with the directory: %d of %d%n", clear, posts().size());
        assertThat((double) clear / posts().size()).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @EnumSource(
            value = Identifier.class,
            names = {"NAME", "PHONE", "FAX", "EMAIL", "URL", "DATE"})
    void allOfItNeedsAnAnswerWithoutTheDirectory(Identifier identifier) {
        assertThat(FOUND_WITHOUT.missed(identifier)).isEmpty();
    }

    @Test
    void whatTheDirectoryKnowsIsListedAsInformation() {
        var findings = posts().stream()
                .flatMap(post -> WITH.screen(post.text()).findings().stream())
                .toList();

        assertThat(findings)
                .extracting(Finding::identifier)
                .contains(Identifier.PHONE, Identifier.EMAIL, Identifier.URL, Identifier.DATE, Identifier.GEOGRAPHIC);
    }

    static List<MarkedSet.Text> posts() {
        return MarkedSet.read("posts-own").texts();
    }

    private static List<DirectoryEntry> directory() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var file = Objects.requireNonNull(OwnPostsTest.class.getResourceAsStream("/screening/own-directory.csv"));
        try (var rows = format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.stream().map(OwnPostsTest::entry).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static DirectoryEntry entry(CSVRecord row) {
        return new DirectoryEntry(
                EntryKind.valueOf(row.get("kind")), row.get("value"), day(row, "from"), day(row, "until"), null);
    }

    private static @Nullable LocalDate day(CSVRecord row, String column) {
        return row.isSet(column) && !row.get(column).isEmpty() ? LocalDate.parse(row.get(column)) : null;
    }
}
