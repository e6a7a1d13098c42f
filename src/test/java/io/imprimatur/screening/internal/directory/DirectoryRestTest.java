package io.imprimatur.screening.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.audit.LedgerQuery;
import io.imprimatur.audit.LedgerReader;
import io.imprimatur.audit.RecordedEntry;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import io.imprimatur.testing.RestClientAs.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Screening asks at once, so that no test waits. */
@IntegrationTest
class DirectoryRestTest {
    @LocalServerPort
    int port;

    @Autowired
    LedgerReader ledger;

    private RestClientAs compliance = new RestClientAs("", null);

    @BeforeEach
    @AfterEach
    void empty() {
        compliance = as("compliance");
        put("{\"entries\": []}", etag());
    }

    @Test
    void keepsTheWholeListAndCountsItsChanges() {
        var before = etag();

        var written = put(
                """
                {"entries": [
                  {"kind": "STAFF", "value": "Dr. Jane Roe"},
                  {"kind": "EVENT", "value": "Open house", "from": "2031-05-12", "until": "2031-05-13", "place": "Main hall"},
                  {"kind": "STAFF", "value": "dr jane roe"}]}""",
                before);

        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(written.header("ETag")).isEqualTo(etag()).isNotEqualTo(before);
        assertThat(written.json().path("added").asInt()).isEqualTo(2);
        assertThat(compliance.get("/api/directory").body())
                .isEqualTo(
                        "{\"entries\":[{\"kind\":\"EVENT\",\"value\":\"Open house\",\"from\":\"2031-05-12\","
                                + "\"until\":\"2031-05-13\",\"place\":\"Main hall\"},{\"kind\":\"STAFF\",\"value\":\"Dr. Jane Roe\"}]}");
    }

    @Test
    void twoEditorsDoNotOverwriteEachOther() {
        var seen = etag();
        assertThat(put(one("STAFF", "Dr. Jane Roe"), seen).statusCode()).isEqualTo(200);

        assertThat(put(one("STAFF", "John Doe"), seen).statusCode()).isEqualTo(412);
        assertThat(compliance
                        .put("/api/directory", one("STAFF", "John Doe"), Map.of())
                        .statusCode())
                .isEqualTo(428);
        assertThat(put(one("STAFF", "John Doe"), "seven").statusCode()).isEqualTo(400);
        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("value").asText()).isEqualTo("Dr. Jane Roe"));
    }

    @Test
    void whatIsTheSameAlreadyChangesNothing() {
        put(one("PHONE", "+1 202 555 0142"), etag());
        var before = etag();
        var recorded = recorded().size();

        assertThat(put(one("PHONE", "+1 202 555 0142"), before).header("ETag")).isEqualTo(before);
        assertThat(recorded()).hasSize(recorded);
    }

    @Test
    void theLedgerCountsKindsAndNamesNobody() {
        put(one("STAFF", "Dr. Jane Roe"), etag());

        assertThat(recorded().get(0)).satisfies(newest -> {
            assertThat(newest.entry().actor()).isEqualTo("compliance");
            assertThat(newest.entry().details()).isEqualTo(Map.of("added STAFF", "1"));
            assertThat(newest.toString()).doesNotContain("Roe");
        });
    }

    @Test
    void aBadEntryIsNamedByItsFieldAndNothingIsWritten() {
        var answer = put(
                "{\"entries\": [{\"kind\": \"STAFF\", \"value\": \"Jane Roe\"}, {\"kind\": \"EMAIL\", \"value\": \"gmail.com\"}]}",
                etag());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("domain-of-many");
        assertThat(answer.json().path("field").asText()).isEqualTo("entries[1].value");
        assertThat(entries()).isEmpty();
    }

    @Test
    void anImportAddsToWhatIsThereOrReplacesIt() {
        put(one("STAFF", "Dr. Jane Roe"), etag());

        var added = importing("kind,value\nSTAFF,John Doe\nSTAFF,Dr. Jane Roe\n", "", Map.of());
        assertThat(added.json().path("added").asInt()).isEqualTo(1);
        assertThat(added.json().path("unchanged").asInt()).isEqualTo(1);
        assertThat(entries()).hasSize(2);

        var file = "kind,value\nDOMAIN,clinic.example\n";
        assertThat(importing(file, "?mode=replace", Map.of()).statusCode()).isEqualTo(428);
        assertThat(importing(file, "?mode=replace", Map.of("If-Match", "\"0\"")).statusCode())
                .isEqualTo(412);
        var replaced = importing(file, "?mode=replace", Map.of("If-Match", etag()));
        assertThat(replaced.json().path("removed").asInt()).isEqualTo(2);
        assertThat(entries()).hasSize(1);
        assertThat(importing(file, "?mode=merge", Map.of()).statusCode()).isEqualTo(400);
    }

    @Test
    void anImportWithABadRowImportsNothingAndNamesTheLine() {
        var answer = importing("kind,value\nSTAFF,John Doe\nPET,Rex\nPHONE,x\n", "", Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo("csv-rows");
        assertThat(answer.json().path("rows").findValuesAsText("line")).containsExactly("3", "4");
        assertThat(answer.json().path("rows").findValuesAsText("sentence")).noneMatch(String::isBlank);
        assertThat(entries()).isEmpty();
    }

    @Test
    void screeningKnowsTheChangeAtOnce() {
        assertThat(screened("Call 617-555-0123 today.")).isEqualTo("BLOCK");

        put(one("PHONE", "617 555 0123"), etag());
        assertThat(screened("Call 617-555-0123 today.")).isEqualTo("CLEAR");

        put("{\"entries\": []}", etag());
        assertThat(screened("Call 617-555-0123 today.")).isEqualTo("BLOCK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "legal", "clinical", "manager", "admin"})
    void othersSeeNothingOfIt(String person) {
        assertThat(as(person).get("/api/directory").statusCode()).isEqualTo(403);
        assertThat(as(person)
                        .put("/api/directory", "{\"entries\": []}", Map.of("If-Match", "\"0\""))
                        .statusCode())
                .isEqualTo(403);
    }

    private RestClientAs as(String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }

    private String etag() {
        return compliance.get("/api/directory").header("ETag");
    }

    private Answer put(String body, String etag) {
        return compliance.put("/api/directory", body, Map.of("If-Match", etag));
    }

    private Answer importing(String file, String query, Map<String, String> headers) {
        var all = new TreeMap<>(headers);
        all.put("Content-Type", "text/csv");
        return compliance.send("POST", "/api/directory/import" + query, file, all);
    }

    private Iterable<JsonNode> entries() {
        return compliance.get("/api/directory").json().path("entries");
    }

    private String screened(String text) {
        return as("author")
                .post("/api/screenings", Map.of("text", text))
                .json()
                .path("verdict")
                .asText();
    }

    /** The newest first. */
    private List<RecordedEntry> recorded() {
        return ledger.find(new LedgerQuery(null, "compliance", "DIRECTORY_CHANGED", null, null, 0, 100))
                .items();
    }

    private static String one(String kind, String value) {
        return "{\"entries\": [{\"kind\": \"" + kind + "\", \"value\": \"" + value + "\"}]}";
    }
}
