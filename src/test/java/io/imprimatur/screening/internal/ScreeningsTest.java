package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.imprimatur.audit.LedgerQuery;
import io.imprimatur.audit.LedgerReader;
import io.imprimatur.audit.RecordedEntry;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Draft;
import io.imprimatur.content.Revision;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.People;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.FindingAnswer;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import io.imprimatur.testing.IntegrationTest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ScreeningsTest {
    @Autowired
    Screenings screenings;

    @Autowired
    Contents contents;

    @Autowired
    LedgerReader ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate http;

    @Autowired
    CurrentPerson current;

    @Autowired
    People people;

    @Test
    void everyTextThatLeavesIsScreened() {
        var revision =
                piece("MRN 00123456 is doing well", "Call her at 617-555-0123.", "https://example.org/mrn/0012345");

        assertThat(screenings.screenRevision(revision.contentId(), 1)).isEqualTo(Verdict.BLOCK);

        assertThat(found(revision))
                .extracting(RevisionFinding::field, found -> found.finding().identifier())
                .containsExactly(
                        tuple("title", Identifier.MRN), tuple("body", Identifier.PHONE), tuple("link", Identifier.URL));
    }

    @Test
    void theResultIsBoundToTheRevisionAndNothingOfTheTextIsStored() {
        var revision = piece("Thanks", "Her SSN is 212-09-9999.", null);

        screenings.screenRevision(revision.contentId(), 1);

        assertThat(screenings.verdict(revision.contentId(), 1)).contains(Verdict.BLOCK);
        assertThat(jdbc.sql("select revision_hash from screening_result where content_id = ?")
                        .param(revision.contentId())
                        .query(String.class)
                        .single())
                .isEqualTo(revision.hash());
        assertThat(jdbc.sql("select f::text from finding f where content_id = ?")
                        .param(revision.contentId())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(row -> row.contains("212-09"));
    }

    @Test
    void aRevisionThatWasNotScreenedHasNoVerdict() {
        assertThat(screenings.verdict(piece("Hello", "World", null).contentId(), 1))
                .isEmpty();
    }

    @Test
    void theLedgerTellsTheVerdictAndHowManyOfWhat() {
        var revision = piece("Two numbers", "Phone 617-555-0123 and 617-555-0124. See you on 12 May.", null);

        screenings.screenRevision(revision.contentId(), 1);

        assertThat(entries(revision, "SCREENED")).singleElement().satisfies(recorded -> {
            assertThat(recorded.entry().revisionHash()).isEqualTo(revision.hash());
            assertThat(recorded.entry().details())
                    .containsEntry("verdict", "BLOCK")
                    .containsEntry("PHONE", "2")
                    .containsEntry("DATE", "1");
        });
    }

    @Test
    void screeningTwiceAtOnceScreensOnce() {
        var revision = piece("Once", "Join us on 12 May.", null);

        var verdicts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> screenings.screenRevision(revision.contentId(), 1)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join);

        assertThat(verdicts).containsOnly(Verdict.REVIEW);
        assertThat(found(revision)).hasSize(1);
        assertThat(entries(revision, "SCREENED")).hasSize(1);
    }

    @Test
    void anAnswerIsKeptByPersonAndStandsInTheLedgerWithoutItsWords() {
        var revision = piece("Open house", "Join us on 12 May.", null);
        screenings.screenRevision(revision.contentId(), 1);
        var finding = found(revision).get(0);

        screenings.answer(revision.contentId(), 1, finding.id(), "legal", "An announced event.");
        screenings.answer(revision.contentId(), 1, finding.id(), "clinical", "Agreed.");
        screenings.answer(revision.contentId(), 1, finding.id(), "legal", "  The open house, announced to all. ");

        assertThat(found(revision).get(0).answers())
                .extracting(FindingAnswer::person, FindingAnswer::reason)
                .containsExactlyInAnyOrder(
                        tuple("clinical", "Agreed."), tuple("legal", "The open house, announced to all."));
        assertThat(entries(revision, "FINDING_ANSWERED")).hasSize(3).allSatisfy(recorded -> {
            assertThat(recorded.entry().subject()).isEqualTo("finding:" + finding.id());
            assertThat(recorded.entry().revisionHash()).isEqualTo(revision.hash());
            assertThat(recorded.entry().details())
                    .containsOnlyKeys("identifier", "severity")
                    .containsEntry("identifier", "DATE");
        });
    }

    @Test
    void answersAndFindingsOnlyGrow() {
        var revision = piece("Open house", "Join us on 12 May.", null);
        screenings.screenRevision(revision.contentId(), 1);
        var id = found(revision).get(0).id();

        screenings.answer(revision.contentId(), 1, id, "legal", "An announced event.");
        screenings.answer(revision.contentId(), 1, id, "legal", "The open house.");

        assertThat(jdbc.sql("select reason from finding_answer where finding_id = ? order by position")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("An announced event.", "The open house.");
        assertThat(Stream.of(
                        "delete from finding_answer where finding_id = ?",
                        "update finding_answer set reason = 'Else.' where finding_id = ?",
                        "update finding set severity = 'INFORMATION' where id = ?",
                        "delete from screening_result where content_id = ?"))
                .allSatisfy(change -> assertThatThrownBy(
                                () -> jdbc.sql(change).param(id).update())
                        .hasStackTraceContaining("permission denied"));
    }

    @Test
    void anAnswerNeedsAReasonThatIdentifiesNobodyAndAFindingOfThatRevision() {
        var revision = piece("Open house", "Join us on 12 May.", null);
        screenings.screenRevision(revision.contentId(), 1);
        var id = found(revision).get(0).id();

        assertThat(refusal(() -> screenings.answer(revision.contentId(), 1, id, "legal", " \n")))
                .isEqualTo("400 reason-missing");
        assertThat(refusal(() -> screenings.answer(revision.contentId(), 1, id, "legal", "Ask 617-555-0123")))
                .isEqualTo("400 reason-identifies");
        assertThat(refusal(() -> screenings.answer(revision.contentId(), 2, id, "legal", "Fine.")))
                .isEqualTo("404 finding-not-found");
        assertThat(refusal(() -> screenings.answer(revision.contentId(), 1, UUID.randomUUID(), "legal", "Fine.")))
                .isEqualTo("404 finding-not-found");
        assertThat(found(revision).get(0).answers()).isEmpty();
    }

    @Test
    void aTextIsScreenedForWhoeverIsLoggedInAndNothingIsStored() {
        var before = rows();

        var answer = post("author", "{\"text\": \"\\ud83d\\ude00 SSN 212-09-9999\"}");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody())
                .contains("\"verdict\":\"BLOCK\"")
                .contains("\"identifier\":\"SSN\"", "\"start\":7", "\"end\":18", "\"severity\":\"BLOCK\"")
                .contains("164.514(b)(2)(i)(G)", "\"advice\":\"")
                .doesNotContain("212-09");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aClearTextIsAnsweredWithNoFindings() {
        assertThat(post("legal", "{\"text\": \"Wash your hands.\"}").getBody())
                .isEqualTo("{\"verdict\":\"CLEAR\",\"findings\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"text\": null}",
                "{\"text\": 5}",
                "{\"text\": [\"a\"]}",
                "{\"text\": \"a\"",
                "[]",
                "{\"txt\": \"a\"}"
            })
    void aRequestWithoutATextIsRefusedWithASentence(String body) {
        var answer = post("author", body);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aTextBeyondTheBoundIsRefused() {
        var answer = post("author", "{\"text\": \"" + "a".repeat(100_001) + "\"}");

        assertThat(answer.getStatusCode().value()).isEqualTo(413);
    }

    @Test
    void nobodyScreensWithoutLoggingIn() {
        assertThat(http.exchange("/api/screenings", HttpMethod.POST, json("{\"text\": \"a\"}"), String.class)
                        .getStatusCode()
                        .value())
                .isIn(401, 403);
    }

    private Revision piece(String title, String body, @Nullable String link) {
        var draft = new Draft(
                ContentKind.ANNOUNCEMENT,
                title,
                body,
                link == null ? null : URI.create(link),
                List.of(),
                List.of("newsroom"),
                null);
        var created = new AtomicReference<@Nullable Revision>();
        current.runAs(people.find("author").orElseThrow(), () -> created.set(contents.create(draft, "author")));
        return Objects.requireNonNull(created.get());
    }

    private List<RevisionFinding> found(Revision revision) {
        return screenings.findings(revision.contentId(), revision.number());
    }

    private List<RecordedEntry> entries(Revision revision, String action) {
        return ledger.find(new LedgerQuery(revision.contentId(), null, action, null, null, 0, 20))
                .items();
    }

    private List<Long> rows() {
        return Stream.of("screening_result", "finding", "finding_answer")
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private ResponseEntity<String> post(String person, String body) {
        return http.withBasicAuth(person, person)
                .exchange("/api/screenings", HttpMethod.POST, json(body), String.class);
    }

    private static HttpEntity<String> json(String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(body, headers);
    }

    private static String refusal(ThrowingCallable call) {
        var refusal = catchThrowableOfType(Refusal.class, call);
        return refusal.kind().status() + " " + refusal.code();
    }
}
