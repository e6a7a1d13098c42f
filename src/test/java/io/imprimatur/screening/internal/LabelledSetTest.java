package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.screening.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Measures recall on sentences with labelled identifiers that nobody here wrote. The floors are what was measured, a
 * little rounded down: they catch a rule that breaks, and are no goal.
 */
class LabelledSetTest {
    private static final Path SET = Path.of("../shared/data/phi/presidio_v2.jsonl");
    /** Labels that the rules cover; addresses of the set are international and a rule sees only a part of them. */
    private static final Map<String, Double> FLOORS = Map.of(
            "US_SSN", 1.0,
            "EMAIL_ADDRESS", 1.0,
            "IP_ADDRESS", 1.0,
            "IBAN_CODE", 1.0,
            "CREDIT_CARD", 1.0,
            "PHONE_NUMBER", 0.95,
            "US_DRIVER_LICENSE", 1.0,
            "STREET_ADDRESS", 0.7,
            "DOMAIN_NAME", 1.0);

    @Test
    void recallOfWhatTheRulesCover() throws IOException {
        assumeTrue(Files.exists(SET), "The labelled set " + SET + " is absent, so recall is not measured.");
        var screener = ScreenerFixture.rulesAlone();
        var found = new TreeMap<String, Integer>();
        var all = new TreeMap<String, Integer>();
        int clean = 0;
        int untouched = 0;
        var json = new ObjectMapper();
        for (var line : Files.readAllLines(SET)) {
            var document = json.readTree(line);
            var findings = screener.screen(document.get("text").asText()).findings();
            for (var span : spans(document)) {
                all.merge(span.label(), 1, Integer::sum);
                found.merge(span.label(), findings.stream().anyMatch(span::overlaps) ? 1 : 0, Integer::sum);
            }
            if (document.get("spans").isEmpty()) {
                clean++;
                untouched += findings.isEmpty() ? 1 : 0;
            }
        }

        all.forEach((label, count) ->
                System.out.printf("recall %-18s %4d of %4d%n", label, found.getOrDefault(label, 0), count));
        System.out.printf("clean texts untouched %d of %d%n", untouched, clean);
        assertThat(FLOORS).allSatisfy((label, floor) -> assertThat(
                        (double) found.getOrDefault(label, 0) / all.getOrDefault(label, 1))
                .as(label)
                .isGreaterThanOrEqualTo(floor));
        assertThat((double) untouched / clean).isGreaterThanOrEqualTo(0.95);
    }

    private record Span(String label, int start, int end) {
        boolean overlaps(Finding finding) {
            return finding.start() < end && start < finding.end();
        }
    }

    /** The set counts code points, Java UTF-16 units. */
    private static List<Span> spans(JsonNode document) {
        var text = document.get("text").asText();
        var spans = new ArrayList<Span>();
        for (var span : document.get("spans")) {
            spans.add(new Span(
                    span.get("label").asText(),
                    text.offsetByCodePoints(0, span.get("start").asInt()),
                    text.offsetByCodePoints(0, span.get("end").asInt())));
        }
        return spans;
    }
}
