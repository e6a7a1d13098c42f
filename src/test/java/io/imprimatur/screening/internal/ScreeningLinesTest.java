package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences as hospitals post them, in {@code src/test/resources/screening}. */
class ScreeningLinesTest {
    private static final Screener SCREENER = ScreenerFixture.rulesAlone();

    @ParameterizedTest
    @MethodSource("clearLines")
    void leavesOrdinaryPostsAlone(String line) {
        var screening = SCREENER.screen(line);

        assertThat(screening.findings()).isEmpty();
        assertThat(screening.verdict()).isEqualTo(Verdict.CLEAR);
    }

    @ParameterizedTest
    @MethodSource("foundLines")
    void findsWhatIdentifies(String line) {
        var expected = line.substring(0, line.indexOf(" | "));
        var marked = line.substring(line.indexOf(" | ") + 3);
        int start = marked.indexOf('⟦');
        int end = marked.indexOf('⟧') - 1;
        var text = marked.replace("⟦", "").replace("⟧", "");

        assertThat(SCREENER.screen(text).findings())
                .as("%s in: %s", text.substring(start, end), text)
                .anySatisfy(finding -> {
                    assertThat(finding.identifier() + " " + finding.severity()).isEqualTo(expected);
                    assertThat(covered(text, finding)).contains(text.substring(start, end));
                    assertThat(finding.rule()).contains("45 CFR 164.514(b)(2)(i)(");
                    assertThat(finding.advice()).isNotBlank();
                });
    }

    private static String covered(String text, Finding finding) {
        return text.substring(finding.start(), finding.end());
    }

    static Stream<String> clearLines() {
        return lines("clear.txt");
    }

    static Stream<String> foundLines() {
        return lines("found.txt");
    }

    private static Stream<String> lines(String file) {
        try (var stream = Objects.requireNonNull(ScreeningLinesTest.class.getResourceAsStream("/screening/" + file))) {
            return List.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
