package io.imprimatur.screening.internal;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.FindingAnswer;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code screening_result}, {@code finding} and {@code finding_answer}. */
@Component
class ScreeningTables {
    private final JdbcClient jdbc;

    ScreeningTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Result(String revisionHash, Verdict verdict) {}

    Optional<Result> result(UUID contentId, int revision) {
        return jdbc.sql("select revision_hash, verdict from screening_result where content_id = ? and revision = ?")
                .params(contentId, revision)
                .query((row, number) -> new Result(row.getString(1), Verdict.valueOf(row.getString(2))))
                .optional();
    }

    /** @return false when somebody else has stored it; waits while they are about to */
    boolean insertResult(UUID contentId, int revision, Result result, Instant at) {
        return jdbc.sql("insert into screening_result (content_id, revision, revision_hash, verdict, screened_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                contentId,
                                revision,
                                result.revisionHash(),
                                result.verdict().name(),
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    void insertFinding(RevisionFinding found, int position) {
        var finding = found.finding();
        jdbc.sql("insert into finding (id, content_id, revision, position, field, identifier, start_at, end_at,"
                        + " severity, detector, rule, advice) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        found.id(),
                        found.contentId(),
                        found.revision(),
                        position,
                        found.field(),
                        finding.identifier().name(),
                        finding.start(),
                        finding.end(),
                        finding.severity().name(),
                        finding.detector(),
                        finding.rule(),
                        finding.advice())
                .update();
    }

    /** In the order of the fields and within them by place, with all answers. */
    List<RevisionFinding> findings(UUID contentId, int revision) {
        var answers = answers(contentId, revision);
        return jdbc.sql("select id, field, identifier, start_at, end_at, severity, detector, rule, advice from finding"
                        + " where content_id = ? and revision = ? order by position")
                .params(contentId, revision)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new RevisionFinding(
                            id,
                            contentId,
                            revision,
                            row.getString("field"),
                            finding(row),
                            answers.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** The latest answer of a person counts; earlier ones stay. */
    void addAnswer(UUID findingId, String person, String reason, Instant at) {
        jdbc.sql("insert into finding_answer (finding_id, person, reason, answered_at) values (?, ?, ?, ?)")
                .params(findingId, person, reason, Timestamp.from(at))
                .update();
    }

    private record AnswerRow(UUID findingId, FindingAnswer answer) {}

    private Map<UUID, List<FindingAnswer>> answers(UUID contentId, int revision) {
        return jdbc
                .sql(
                        "select finding_id, person, reason, answered_at from (select distinct on (a.finding_id, a.person) a.*"
                                + " from finding_answer a join finding f on f.id = a.finding_id"
                                + " where f.content_id = ? and f.revision = ?"
                                + " order by a.finding_id, a.person, a.position desc) latest order by position")
                .params(contentId, revision)
                .query((row, number) -> new AnswerRow(
                        row.getObject(1, UUID.class),
                        new FindingAnswer(
                                row.getString(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        AnswerRow::findingId, Collectors.mapping(AnswerRow::answer, Collectors.toList())));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Identifier.valueOf(row.getString("identifier")),
                row.getInt("start_at"),
                row.getInt("end_at"),
                Severity.valueOf(row.getString("severity")),
                row.getString("detector"),
                row.getString("rule"),
                row.getString("advice"));
    }
}
