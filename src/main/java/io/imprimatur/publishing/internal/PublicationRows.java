package io.imprimatur.publishing.internal;

import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.PublicationState;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code publication}. Times are the database's, so that nodes whose clocks differ agree on a lease. */
@Repository
class PublicationRows {
    private static final String COLUMNS =
            "*, extract(epoch FROM clock_timestamp() - tried_since)::bigint AS tried_for_seconds";

    /** Nothing is sent while publishing is stopped, or while the platform wants the account to be left alone. */
    private static final String MAY_LEAVE = "NOT (SELECT stopped FROM publishing_stop) AND NOT EXISTS"
            + " (SELECT 1 FROM channel_pause c WHERE c.channel = p.channel AND c.until > clock_timestamp())";

    private final JdbcClient jdbc;

    PublicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A revision that was refused when it was to be sent, and approved again since, is to be sent after all. */
    Optional<Row> refusedBefore(UUID contentId, int revision, String channel) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM publication WHERE content_id = :content AND revision = :revision"
                        + " AND channel = :channel AND state = 'FAILED' AND problem = :problem FOR UPDATE")
                .param("content", contentId)
                .param("revision", revision)
                .param("channel", channel)
                .param("problem", Problems.APPROVAL_EXPIRED)
                .query(PublicationRows::row)
                .optional();
    }

    /** @return the new row; empty when this revision was claimed for that channel before */
    Optional<Row> claim(UUID contentId, int revision, String hash, String channel, String processDefinition) {
        return jdbc.sql("INSERT INTO publication (id, content_id, revision, revision_hash, channel, process_definition,"
                        + " state, due_at) VALUES (:id, :content, :revision, :hash, :channel, :definition, 'CLAIMED',"
                        + " clock_timestamp()) ON CONFLICT ON CONSTRAINT publication_once DO NOTHING RETURNING "
                        + COLUMNS)
                .param("id", UUID.randomUUID())
                .param("content", contentId)
                .param("revision", revision)
                .param("hash", hash)
                .param("channel", channel)
                .param("definition", processDefinition)
                .query(PublicationRows::row)
                .optional();
    }

    /**
     * Takes the one that has been due longest. Should its holder never come back, it falls due again when the lease ends.
     */
    Optional<Row> lease(String name, Duration time) {
        return jdbc.sql("UPDATE publication SET lease_owner = :name,"
                        + " lease_until = clock_timestamp() + make_interval(secs => :time),"
                        + " due_at = clock_timestamp() + make_interval(secs => :time)"
                        + " WHERE id = (SELECT id FROM publication p WHERE due_at <= clock_timestamp()"
                        + " AND (state <> 'CLAIMED' OR withdrawal_id IS NOT NULL OR (" + MAY_LEAVE + "))"
                        + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING " + COLUMNS)
                .param("name", name)
                .param("time", seconds(time))
                .query(PublicationRows::row)
                .optional();
    }

    /** Whether the row is held under the same lease still, and by the database's clock. */
    boolean holds(Row row) {
        return jdbc.sql("SELECT count(*) FROM publication WHERE id = :id AND lease_owner = :lease"
                                + " AND lease_until > clock_timestamp()")
                        .param("id", row.id())
                        .param("lease", row.lease(), java.sql.Types.VARCHAR)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** @return false when the row is not held under the same lease any more; nothing is changed then */
    boolean change(Row row, Change to, boolean keepLease) {
        var due = to.due();
        return jdbc.sql("UPDATE publication SET state = :state, problem = :problem, needs_person = :needsPerson,"
                                + " accepted = :accepted, attempts = :attempts, looks = :looks, remote_id = :remoteId,"
                                + " url = :url, changed_at = clock_timestamp(),"
                                + " checked_at = CASE WHEN :state IN ('VERIFIED', 'DRIFTED') THEN clock_timestamp()"
                                + " ELSE checked_at END,"
                                + " published_at = CASE WHEN :live THEN coalesce(published_at, clock_timestamp())"
                                + " ELSE published_at END,"
                                + " report_at = CASE WHEN :report THEN clock_timestamp() ELSE report_at END,"
                                + " due_at = CASE WHEN :keepLease THEN due_at"
                                + " ELSE clock_timestamp() + make_interval(secs => :due) END,"
                                + " lease_until = CASE WHEN :keepLease THEN lease_until END,"
                                + " lease_owner = CASE WHEN :keepLease THEN lease_owner END"
                                + " WHERE id = :id AND state = :before AND lease_owner IS NOT DISTINCT FROM :lease")
                        .param("state", to.state().name())
                        .param("problem", to.problem())
                        .param("needsPerson", to.needsPerson())
                        .param("accepted", to.accepted())
                        .param("attempts", to.attempts())
                        .param("looks", to.looks())
                        .param("remoteId", to.remoteId())
                        .param("url", to.url() == null ? null : to.url().toString())
                        .param("live", to.state().live())
                        .param("report", to.report())
                        .param("keepLease", keepLease)
                        .param("due", due == null ? null : seconds(due), java.sql.Types.DOUBLE)
                        .param("id", row.id())
                        .param("before", row.state().name())
                        .param("lease", row.lease(), java.sql.Types.VARCHAR)
                        .update()
                == 1;
    }

    /** Leaves that channel's account alone: nothing is sent there before that time, whenever it was claimed. */
    void pause(String channel, Duration time) {
        jdbc.sql("INSERT INTO channel_pause (channel, until) VALUES (:channel,"
                        + " clock_timestamp() + make_interval(secs => :time)) ON CONFLICT (channel) DO UPDATE"
                        + " SET until = greatest(channel_pause.until, excluded.until)")
                .param("time", seconds(time))
                .param("channel", channel)
                .update();
    }

    /** It was read back, and nothing changed; the next look is due after that time, or never. */
    void checked(Row row, @Nullable Duration next) {
        jdbc.sql("UPDATE publication SET checked_at = clock_timestamp(), looks = 0, problem = NULL,"
                        + " due_at = clock_timestamp() + make_interval(secs => :next), lease_owner = NULL,"
                        + " lease_until = NULL WHERE id = :id AND lease_owner IS NOT DISTINCT FROM :lease")
                .param("next", next == null ? null : seconds(next), java.sql.Types.DOUBLE)
                .param("id", row.id())
                .param("lease", row.lease(), java.sql.Types.VARCHAR)
                .update();
    }

    /** The order that a piece comes down reaches all that is not down yet; whoever holds a row comes upon it later. */
    void withdraw(UUID contentId, UUID withdrawalId) {
        jdbc.sql("UPDATE publication SET withdrawal_id = :withdrawal, needs_person = false, looks = 0,"
                        + " tried_since = clock_timestamp(), due_at = CASE WHEN lease_until > clock_timestamp()"
                        + " THEN due_at ELSE clock_timestamp() END"
                        + " WHERE content_id = :content AND state <> 'WITHDRAWN'")
                .param("withdrawal", withdrawalId)
                .param("content", contentId)
                .update();
    }

    /** When the order came while the row was held, the next step is due now. */
    void hurryWithdrawal(Row held) {
        jdbc.sql("UPDATE publication SET due_at = clock_timestamp(), needs_person = false, looks = 0"
                        + " WHERE id = :id AND lease_owner IS NULL AND state <> 'WITHDRAWN'"
                        + " AND withdrawal_id IS DISTINCT FROM :known")
                .param("id", held.id())
                .param("known", held.withdrawalId(), java.sql.Types.OTHER)
                .update();
    }

    void preserved(UUID id) {
        jdbc.sql("UPDATE publication SET preserved_at = clock_timestamp() WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Somebody says that they took it down: it is looked at once more. */
    void takenDownByHand(UUID id) {
        jdbc.sql("UPDATE publication SET by_hand = true WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Somebody has to look at it after all. */
    void leaveToPerson(UUID id) {
        jdbc.sql("UPDATE publication SET needs_person = true WHERE id = :id")
                .param("id", id)
                .update();
    }

    void restartTries(UUID id) {
        jdbc.sql("UPDATE publication SET tried_since = clock_timestamp() WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Makes the live ones that are neither verified nor accepted due for comparison. */
    void compareNow(UUID contentId, int revision) {
        jdbc.sql("UPDATE publication SET due_at = clock_timestamp(), looks = 0, tried_since = clock_timestamp()"
                        + " WHERE content_id = :content AND revision = :revision AND state = 'PUBLISHED'"
                        + " AND NOT needs_person AND NOT accepted AND due_at IS NULL")
                .param("content", contentId)
                .param("revision", revision)
                .update();
    }

    /** The publication whose process has waited longest for news. */
    Optional<Publication> unreported() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM publication WHERE report_at <= clock_timestamp()"
                        + " ORDER BY report_at LIMIT 1")
                .query(PublicationRows::row)
                .optional()
                .map(Row::publication);
    }

    /** The process has been told. */
    void reported(UUID contentId, int revision) {
        jdbc.sql("UPDATE publication SET report_at = NULL WHERE content_id = :content AND revision = :revision")
                .param("content", contentId)
                .param("revision", revision)
                .update();
    }

    /** The process is to be told after that time. */
    void reportIn(UUID contentId, int revision, Duration time) {
        jdbc.sql("UPDATE publication SET report_at = clock_timestamp() + make_interval(secs => :time)"
                        + " WHERE content_id = :content AND revision = :revision")
                .param("time", seconds(time))
                .param("content", contentId)
                .param("revision", revision)
                .update();
    }

    /** All channels of that revision, locked until the transaction ends. */
    List<Row> lock(UUID contentId, int revision) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM publication WHERE content_id = :content AND revision = :revision"
                        + " ORDER BY id FOR UPDATE")
                .param("content", contentId)
                .param("revision", revision)
                .query(PublicationRows::row)
                .list();
    }

    /** All publications of that piece, locked until the transaction ends. */
    List<Row> lock(UUID contentId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM publication WHERE content_id = :content ORDER BY id FOR UPDATE")
                .param("content", contentId)
                .query(PublicationRows::row)
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM publication WHERE id = :id")
                .param("id", id)
                .query(PublicationRows::row)
                .optional();
    }

    List<Row> ofContent(UUID contentId) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM publication WHERE content_id = :content ORDER BY revision, channel")
                .param("content", contentId)
                .query(PublicationRows::row)
                .list();
    }

    List<Row> needingPerson() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM publication WHERE needs_person ORDER BY changed_at, id")
                .query(PublicationRows::row)
                .list();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var url = row.getString("url");
        var publication = new Publication(
                row.getObject("id", UUID.class),
                row.getObject("content_id", UUID.class),
                row.getInt("revision"),
                row.getString("revision_hash"),
                row.getString("channel"),
                PublicationState.valueOf(row.getString("state")),
                row.getBoolean("needs_person"),
                row.getString("remote_id"),
                url == null ? null : URI.create(url),
                row.getInt("attempts"),
                row.getString("problem"),
                row.getTimestamp("claimed_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                instant(row.getTimestamp("published_at")),
                instant(row.getTimestamp("checked_at")));
        return new Row(
                publication,
                row.getString("process_definition"),
                row.getInt("looks"),
                Duration.ofSeconds(row.getLong("tried_for_seconds")),
                row.getBoolean("accepted"),
                row.getObject("withdrawal_id", UUID.class),
                row.getTimestamp("preserved_at") != null,
                row.getBoolean("by_hand"),
                row.getString("lease_owner"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
