package io.imprimatur.screening.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Draft;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.People;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Screenings;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Others screen too, so each test counts how much more there is. */
@IntegrationTest
class StatisticsTest {
    private static final DetectorCount NONE = DetectorCount.of(Identifier.VEHICLE, "vehicle", 0, 0, 0, 0, 0, 0);

    @LocalServerPort
    int port;

    @Autowired
    ScreeningStatistics statistics;

    @Autowired
    Screenings screenings;

    @Autowired
    Contents contents;

    @Autowired
    CurrentPerson current;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsWhatBecameOfEachFinding() {
        var before = vehicles();
        var answered = screened("Her licence plate is ABC 1234.");
        var released = screened("Her licence plate is ABC 1234.");
        screened("Her licence plate is ABC 1234.");
        answer(answered);
        answer(released);
        jdbc.sql("update content set state = 'PUBLISHED' where id = ?")
                .param(released)
                .update();
        var changed = screened("Her licence plate is ABC 1234.");
        as("author", () -> contents.revise(changed, 1, draft("She drives."), "author"));

        var after = vehicles();

        assertThat(after.findings() - before.findings()).isEqualTo(4);
        assertThat(after.toAnswer() - before.toAnswer()).isEqualTo(4);
        assertThat(after.answered() - before.answered()).isEqualTo(2);
        assertThat(after.released() - before.released()).isEqualTo(1);
        assertThat(after.changed() - before.changed()).isEqualTo(1);
        assertThat(after.falseAlarmRate()).isEqualTo((double) after.answered() / after.toAnswer());
    }

    @Test
    void countsTheDaysOfThePeriodAlone() {
        screened("Her licence plate is ABC 1234.");

        assertThat(statistics.of("2001-01-01", "2001-12-31").counts()).isEmpty();
        assertThat(get("compliance", "?from=2001-01-01&until=2001-12-31").path("counts"))
                .isEmpty();
        assertThat(get("admin", "").path("counts")).isNotEmpty();
        assertThat(get("compliance", "?until=2031-07-01").path("from").asText()).isEqualTo("2031-04-03");
    }

    @Test
    void ownThingsNeedNoAnswerAndHaveNoRate() {
        assertThat(DetectorCount.of(Identifier.PHONE, "telephone-number", 3, 0, 0, 0, 0, 0))
                .satisfies(count -> {
                    assertThat(count.findings()).isEqualTo(3);
                    assertThat(count.falseAlarmRate()).isNull();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=yesterday",
                "?until=2031-02-30",
                "?from=2031-05-02&until=2031-05-01",
                "?from=%2B12345-01-01"
            })
    void aPeriodThatIsNoneIsRefused(String query) {
        assertThat(new RestClientAs(url(), "compliance")
                        .get("/api/screenings/statistics" + query)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "legal", "clinical", "manager"})
    void othersSeeNothingOfIt(String person) {
        assertThat(new RestClientAs(url(), person)
                        .get("/api/screenings/statistics")
                        .statusCode())
                .isEqualTo(403);
    }

    private DetectorCount vehicles() {
        return statistics.of(null, null).counts().stream()
                .filter(count -> count.identifier() == Identifier.VEHICLE)
                .findAny()
                .orElse(NONE);
    }

    private UUID screened(String body) {
        var id = new AtomicReference<>(new UUID(0, 0));
        as("author", () -> id.set(contents.create(draft(body), "author").contentId()));
        var contentId = Objects.requireNonNull(id.get());
        screenings.screenRevision(contentId, 1);
        return contentId;
    }

    private void answer(UUID contentId) {
        var finding = screenings.findings(contentId, 1).get(0);
        screenings.answer(contentId, 1, finding.id(), "compliance", "This is our own car.");
    }

    private static Draft draft(String body) {
        return new Draft(ContentKind.ANNOUNCEMENT, "A car", body, null, List.of(), List.of("newsroom"), null);
    }

    private void as(String person, Runnable work) {
        current.runAs(people.find(person).orElseThrow(), work);
    }

    private JsonNode get(String person, String query) {
        return new RestClientAs(url(), person)
                .get("/api/screenings/statistics" + query)
                .json();
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }
}
