package io.imprimatur.mail.decision;

import io.imprimatur.mail.Quarantine.Held;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code incoming_mail}. */
@Repository
class IncomingStore {
    private final JdbcClient jdbc;

    IncomingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it unless the same bytes, or the same Message-ID with the same token, are kept already. */
    boolean insert(StoredMail mail, @Nullable String sender, long size, Instant now) {
        return jdbc.sql(
                                """
                        insert into incoming_mail
                            (id, content_hash, message_id, token_hash, sender, size, raw, received_at, stored_at, state, due_at)
                        values (:id, :hash, :messageId, :tokenHash, :sender, :size, :raw, :receivedAt, :now, 'STORED', :now)
                        on conflict do nothing""")
                        .param("id", mail.id())
                        .param("hash", mail.contentHash())
                        .param("messageId", mail.messageId(), Types.VARCHAR)
                        .param("tokenHash", mail.tokenHash(), Types.VARCHAR)
                        .param("sender", sender, Types.VARCHAR)
                        .param("size", size)
                        .param("raw", mail.raw(), Types.BINARY)
                        .param("receivedAt", Timestamp.from(mail.receivedAt()))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The next one that nobody is handling. */
    Optional<UUID> nextDue(Instant now) {
        return jdbc.sql(
                        """
                select id from incoming_mail where state = 'STORED' and due_at <= :now
                order by due_at, position limit 1 for update skip locked""")
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional();
    }

    /** For the transaction that runs; empty if it is handled, or somebody else is about it. */
    Optional<StoredMail> lock(UUID id) {
        return jdbc.sql("select * from incoming_mail where id = :id and state = 'STORED' for update skip locked")
                .param("id", id)
                .query(IncomingStore::mail)
                .optional();
    }

    void postpone(UUID id, Instant dueAt) {
        jdbc.sql("update incoming_mail set attempts = attempts + 1, due_at = :dueAt where id = :id")
                .param("id", id)
                .param("dueAt", Timestamp.from(dueAt))
                .update();
    }

    void settle(UUID id, boolean quarantined, String reason, @Nullable UUID requestId, Instant now) {
        jdbc.sql(
                        """
                update incoming_mail
                set state = :state, reason = :reason, request_id = :requestId, handled_at = :now
                where id = :id""")
                .param("id", id)
                .param("state", quarantined ? "QUARANTINED" : "HANDLED")
                .param("reason", reason)
                .param("requestId", requestId, Types.OTHER)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Held> quarantined(int limit) {
        return listed("state = 'QUARANTINED'", limit);
    }

    List<Held> settled(int limit) {
        return listed("state = 'HANDLED' and reason not in ('decided', 'pending')", limit);
    }

    private List<Held> listed(String which, int limit) {
        return jdbc.sql(
                        "select id, sender, size, received_at, reason, raw is not null as whole from incoming_mail where "
                                + which + " order by stored_at desc, position desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getString("sender"),
                        row.getLong("size"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("reason"),
                        row.getBoolean("whole")))
                .list();
    }

    long quarantinedCount() {
        return jdbc.sql("select count(*) from incoming_mail where state = 'QUARANTINED'")
                .query(Long.class)
                .single();
    }

    boolean again(UUID id, Instant now) {
        return jdbc.sql(
                                """
                        update incoming_mail set state = 'STORED', attempts = 0, due_at = :now, reason = null, handled_at = null
                        where id = :id and state = 'QUARANTINED' and raw is not null""")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Its text goes; that it came, and its hash, stay. */
    boolean discard(UUID id) {
        return jdbc.sql(
                                """
                        update incoming_mail set state = 'HANDLED', raw = null where id = :id and state = 'QUARANTINED'""")
                        .param("id", id)
                        .update()
                == 1;
    }

    int forgetRaw(Instant before) {
        return jdbc.sql(
                        """
                update incoming_mail set raw = null, sender = null
                where stored_at < :before and state <> 'STORED' and (raw is not null or sender is not null)""")
                .param("before", Timestamp.from(before))
                .update();
    }

    int delete(Instant before) {
        return jdbc.sql("delete from incoming_mail where stored_at < :before and state <> 'STORED'")
                .param("before", Timestamp.from(before))
                .update();
    }

    Optional<Instant> oldestWaiting() {
        return jdbc.sql("select min(received_at) as oldest from incoming_mail where state = 'STORED'")
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant))
                .single();
    }

    private static StoredMail mail(ResultSet row, int number) throws SQLException {
        return new StoredMail(
                row.getObject("id", UUID.class),
                row.getString("content_hash"),
                row.getString("message_id"),
                row.getString("token_hash"),
                row.getBytes("raw"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("attempts"));
    }
}
