package io.imprimatur.mail.decision;

import io.imprimatur.flow.TaskDecision;
import io.imprimatur.mail.decision.MailRequest.Means;
import io.imprimatur.mail.decision.MailRequest.Proof;
import io.imprimatur.mail.decision.MailRequest.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code mail_request} and {@code mail_token}. */
@Repository
class RequestStore {
    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one open request of that person at that task; made if there is none, prolonged if there is. */
    MailRequest open(MailRequest wanted) {
        return jdbc.sql(
                        """
                insert into mail_request
                    (id, person, task_id, content_id, revision, stage, means, created_at, expires_at, state)
                values (:id, :person, :taskId, :contentId, :revision, :stage, :means, :createdAt, :expiresAt, 'OPEN')
                on conflict (task_id, person) where state in ('OPEN', 'PENDING')
                do update set expires_at = excluded.expires_at, means = excluded.means
                returning *""")
                .param("id", wanted.id())
                .param("person", wanted.person())
                .param("taskId", wanted.taskId())
                .param("contentId", wanted.contentId())
                .param("revision", wanted.revision())
                .param("stage", wanted.stage())
                .param("means", wanted.means().name())
                .param("createdAt", Timestamp.from(wanted.createdAt()))
                .param("expiresAt", Timestamp.from(wanted.expiresAt()))
                .query(RequestStore::request)
                .single();
    }

    void addToken(String hash, UUID requestId, Means purpose, Instant now) {
        jdbc.sql(
                        """
                insert into mail_token (hash, request_id, purpose, created_at)
                values (:hash, :requestId, :purpose, :now)""")
                .param("hash", hash)
                .param("requestId", requestId)
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A token for one purpose is none for the other. */
    Optional<MailRequest> byToken(String hash, Means purpose) {
        return jdbc.sql(
                        """
                select r.* from mail_request r join mail_token t on t.request_id = r.id
                where t.hash = :hash and t.purpose = :purpose""")
                .param("hash", hash)
                .param("purpose", purpose.name())
                .query(RequestStore::request)
                .optional();
    }

    /** The open request that a notice asked about, for mail whose address lost its token on the way. */
    Optional<MailRequest> byNotice(UUID noticeId) {
        return jdbc.sql(
                        """
                select r.* from mail_request r join notice n on n.task_id = r.task_id and n.person = r.person
                where n.id = :id order by r.created_at desc limit 1""")
                .param("id", noticeId)
                .query(RequestStore::request)
                .optional();
    }

    Optional<MailRequest> latest(String taskId, String person) {
        return jdbc.sql(
                        """
                select * from mail_request where task_id = :taskId and person = :person
                order by created_at desc limit 1""")
                .param("taskId", taskId)
                .param("person", person)
                .query(RequestStore::request)
                .optional();
    }

    Optional<MailRequest> find(UUID id) {
        return jdbc.sql("select * from mail_request where id = :id")
                .param("id", id)
                .query(RequestStore::request)
                .optional();
    }

    /** Waits for whoever holds it, and holds it until the transaction ends. */
    MailRequest lock(UUID id) {
        return jdbc.sql("select * from mail_request where id = :id for update")
                .param("id", id)
                .query(RequestStore::request)
                .single();
    }

    /** The pending one at that task, if there is one. */
    Optional<MailRequest> pendingAt(String taskId) {
        return jdbc.sql("select * from mail_request where task_id = :taskId and state = 'PENDING' limit 1")
                .param("taskId", taskId)
                .query(RequestStore::request)
                .optional();
    }

    List<UUID> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                select id from mail_request where state = 'PENDING' and due_at <= :now order by due_at limit :limit""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    void end(UUID id, State state, Instant now) {
        jdbc.sql(
                        """
                update mail_request set state = :state, ended_at = :now, reason = null, due_at = null where id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    void suspend(UUID id, TaskDecision decision, String reason, Proof proof, Instant dueAt) {
        jdbc.sql(
                        """
                update mail_request set state = 'PENDING', decision = :decision, reason = :reason, proof = :proof,
                    due_at = :dueAt
                where id = :id""")
                .param("id", id)
                .param("decision", decision.name())
                .param("reason", reason)
                .param("proof", proof.name())
                .param("dueAt", Timestamp.from(dueAt))
                .update();
    }

    void reopen(UUID id) {
        jdbc.sql(
                        """
                update mail_request set state = 'OPEN', decision = null, reason = null, proof = null, due_at = null
                where id = :id""")
                .param("id", id)
                .update();
    }

    /** Those of all others at that task, and of its former holder. */
    void voidOthers(String taskId, @Nullable String holder, Instant now) {
        jdbc.sql(
                        """
                update mail_request set state = 'VOID', ended_at = :now
                where task_id = :taskId and state = 'OPEN' and person is distinct from :holder""")
                .param("taskId", taskId)
                .param("holder", holder, java.sql.Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Removes what ended, or could have been answered last, before that time; its tokens go with it. */
    int deleteBefore(Instant time) {
        return jdbc.sql("delete from mail_request where state <> 'PENDING' and expires_at < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    private static MailRequest request(ResultSet row, int number) throws SQLException {
        var decision = row.getString("decision");
        var proof = row.getString("proof");
        var dueAt = row.getTimestamp("due_at");
        return new MailRequest(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getString("task_id"),
                row.getObject("content_id", UUID.class),
                row.getInt("revision"),
                row.getString("stage"),
                Means.valueOf(row.getString("means")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                State.valueOf(row.getString("state")),
                decision == null ? null : TaskDecision.valueOf(decision),
                row.getString("reason"),
                proof == null ? null : Proof.valueOf(proof),
                dueAt == null ? null : dueAt.toInstant());
    }
}
