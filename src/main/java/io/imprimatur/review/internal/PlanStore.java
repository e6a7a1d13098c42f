package io.imprimatur.review.internal;

import io.imprimatur.review.ReviewPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code review_plan}: one row a revision, the first one stays. */
@Repository
class PlanStore {
    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertIfAbsent(ReviewPlan plan, Instant at) {
        jdbc.sql(
                        """
                        insert into review_plan (content_id, revision, stages, policy_version, planned_at)
                        values (:contentId, :revision, :stages, :policyVersion, :at)
                        on conflict (content_id, revision) do nothing
                        """)
                .param("contentId", plan.contentId())
                .param("revision", plan.revision())
                .param("stages", plan.requiredStages().toArray(String[]::new))
                .param("policyVersion", plan.policyVersion())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ReviewPlan> find(UUID contentId, int revision) {
        return jdbc.sql(
                        """
                        select content_id, revision, stages, policy_version from review_plan
                        where content_id = :contentId and revision = :revision
                        """)
                .param("contentId", contentId)
                .param("revision", revision)
                .query(PlanStore::read)
                .optional();
    }

    private static ReviewPlan read(ResultSet row, int number) throws SQLException {
        return new ReviewPlan(
                row.getObject("content_id", UUID.class),
                row.getInt("revision"),
                List.of((String[]) row.getArray("stages").getArray()),
                row.getString("policy_version"));
    }
}
