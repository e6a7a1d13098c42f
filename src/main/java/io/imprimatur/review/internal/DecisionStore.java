package io.imprimatur.review.internal;

import io.imprimatur.audit.Door;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.review.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code decision}: rows are added, never changed; the application's role could not. */
@Repository
class DecisionStore {
    private static final String SELECT =
            """
            select id, content_id, revision, revision_hash, stage, person, decision, reason, decided_at, door,
                   process_definition, decider_group, approvals_needed
            from decision
            """;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CastDecision cast) {
        var decision = cast.decision();
        jdbc.sql(
                        """
                        insert into decision (id, content_id, revision, revision_hash, stage, person, decision, reason,
                                              decided_at, door, process_definition, decider_group, approvals_needed)
                        values (:id, :contentId, :revision, :hash, :stage, :person, :decision, :reason,
                                :at, :door, :processDefinition, :group, :approvalsNeeded)
                        """)
                .param("id", decision.id())
                .param("contentId", decision.contentId())
                .param("revision", decision.revision())
                .param("hash", decision.revisionHash())
                .param("stage", decision.stage())
                .param("person", decision.person())
                .param("decision", decision.decision().name())
                .param("reason", decision.reason())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .param("door", decision.door().name())
                .param("processDefinition", decision.processDefinition())
                .param("group", cast.group())
                .param("approvalsNeeded", cast.approvalsNeeded())
                .update();
    }

    /** Decisions on that revision, oldest first. */
    List<CastDecision> onRevision(UUID contentId, int revision) {
        return jdbc.sql(SELECT + "where content_id = :contentId and revision = :revision order by position")
                .param("contentId", contentId)
                .param("revision", revision)
                .query(DecisionStore::read)
                .list();
    }

    /** Decisions on every revision of that piece, oldest first. */
    List<Decision> onContent(UUID contentId) {
        return jdbc
                .sql(SELECT + "where content_id = :contentId order by position")
                .param("contentId", contentId)
                .query(DecisionStore::read)
                .stream()
                .map(CastDecision::decision)
                .toList();
    }

    Optional<Integer> lastReviewed(UUID contentId, String stage, int before) {
        return jdbc.sql(
                        """
                        select max(revision) from decision
                        where content_id = :contentId and stage = :stage and revision < :before
                        """)
                .param("contentId", contentId)
                .param("stage", stage)
                .param("before", before)
                .query(Integer.class)
                .optional();
    }

    Set<UUID> decidedBy(String personId) {
        return jdbc.sql("select distinct content_id from decision where person = :person")
                .param("person", personId)
                .query(UUID.class)
                .set();
    }

    private static CastDecision read(ResultSet row, int number) throws SQLException {
        var decision = new Decision(
                row.getObject("id", UUID.class),
                row.getObject("content_id", UUID.class),
                row.getInt("revision"),
                row.getString("revision_hash"),
                row.getString("stage"),
                row.getString("person"),
                TaskDecision.valueOf(row.getString("decision")),
                row.getString("reason"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                Door.valueOf(row.getString("door")),
                row.getString("process_definition"));
        return new CastDecision(decision, row.getString("decider_group"), row.getInt("approvals_needed"));
    }
}
