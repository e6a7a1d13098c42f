package io.imprimatur.publishing.internal;

import io.imprimatur.publishing.Withdrawal;
import io.imprimatur.publishing.WithdrawalReason;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code withdrawal}. */
@Repository
class WithdrawalRows {
    private final JdbcClient jdbc;

    WithdrawalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the piece is being withdrawn already */
    boolean insert(Withdrawal order) {
        var discoveredOn = order.discoveredOn();
        return jdbc.sql("INSERT INTO withdrawal (id, content_id, reason, note, ordered_by, ordered_at, discovered_on,"
                                + " assess_by, completed_at) VALUES (:id, :content, :reason, :note, :by, :at, :discoveredOn,"
                                + " :assessBy, :completedAt) ON CONFLICT (content_id) DO NOTHING")
                        .param("id", order.id())
                        .param("content", order.contentId())
                        .param("reason", order.reason().name())
                        .param("note", order.note())
                        .param("by", order.orderedBy())
                        .param("at", Timestamp.from(order.orderedAt()))
                        .param("discoveredOn", discoveredOn == null ? null : Date.valueOf(discoveredOn))
                        .param("assessBy", timestamp(order.assessBy()))
                        .param("completedAt", timestamp(order.completedAt()))
                        .update()
                == 1;
    }

    /** @return false when it was complete before */
    boolean complete(UUID id, Instant now) {
        return jdbc.sql("UPDATE withdrawal SET completed_at = :now WHERE id = :id AND completed_at IS NULL")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    void assess(UUID id, Withdrawal.Assessment assessment, String why, String personId, Instant now) {
        jdbc.sql("UPDATE withdrawal SET assessment = :assessment, assessed_by = :person, assessed_at = :now,"
                        + " assessed_why = :why WHERE id = :id")
                .param("assessment", assessment.name())
                .param("person", personId)
                .param("now", Timestamp.from(now))
                .param("why", why)
                .param("id", id)
                .update();
    }

    Optional<Withdrawal> ofContent(UUID contentId) {
        return jdbc.sql("SELECT * FROM withdrawal WHERE content_id = :content")
                .param("content", contentId)
                .query(WithdrawalRows::withdrawal)
                .optional();
    }

    private static Withdrawal withdrawal(ResultSet row, int number) throws SQLException {
        var discoveredOn = row.getDate("discovered_on");
        var assessment = row.getString("assessment");
        return new Withdrawal(
                row.getObject("id", UUID.class),
                row.getObject("content_id", UUID.class),
                WithdrawalReason.valueOf(row.getString("reason")),
                row.getString("note"),
                row.getString("ordered_by"),
                row.getTimestamp("ordered_at").toInstant(),
                discoveredOn == null ? null : discoveredOn.toLocalDate(),
                instant(row.getTimestamp("assess_by")),
                instant(row.getTimestamp("completed_at")),
                assessment == null ? null : Withdrawal.Assessment.valueOf(assessment));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
