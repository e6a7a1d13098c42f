package io.imprimatur.mail.internal;

import io.imprimatur.mail.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of notices. Each method is one statement, so that none needs a transaction of its own. */
@Repository
class NoticeStore {
    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One notice a person and occasion, however often it is asked for. */
    void insert(Occasion occasion, String person, Instant now) {
        jdbc.sql(
                        """
                insert into notice
                    (id, occasion, kind, person, content_id, revision, task_id, stage, answer, detail, in_reply_to, state,
                     due_at, created_at)
                values (:id, :occasion, :kind, :person, :contentId, :revision, :taskId, :stage, :answer, :detail,
                        :inReplyTo, 'PENDING', :now, :now)
                on conflict (occasion, person) do nothing""")
                .param("id", UUID.randomUUID())
                .param("occasion", occasion.key())
                .param("kind", occasion.kind().name())
                .param("person", person)
                .param("contentId", occasion.contentId(), Types.OTHER)
                .param("revision", occasion.revision(), Types.INTEGER)
                .param("taskId", occasion.taskId(), Types.VARCHAR)
                .param("stage", occasion.stage(), Types.VARCHAR)
                .param("answer", occasion.answer(), Types.VARCHAR)
                .param("detail", occasion.detail(), Types.VARCHAR)
                .param("inReplyTo", occasion.inReplyTo(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Takes the next due notice, or one whose worker has not answered for the length of its lease and that was not
     * repeated before. Counts the attempt before it is made.
     */
    Optional<Notice> claim(Instant now, Instant leaseUntil) {
        return jdbc.sql(
                        """
                update notice
                set state = 'SENDING', attempts = attempts + 1, lease_until = :leaseUntil,
                    repeats = repeats + case when state = 'SENDING' then 1 else 0 end
                where id = (
                    select id from notice
                    where (state = 'PENDING' and due_at <= :now)
                        or (state = 'SENDING' and lease_until <= :now and repeats = 0)
                    order by due_at
                    limit 1
                    for update skip locked)
                returning *""")
                .param("now", Timestamp.from(now))
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .query(NoticeStore::notice)
                .optional();
    }

    /** Parks notices whose one repeat has not been answered either. */
    void parkUnanswered(Instant now) {
        jdbc.sql(
                        """
                update notice set state = 'FAILED', settled_at = :now, problem = 'outcome-unknown'
                where state = 'SENDING' and lease_until <= :now and repeats > 0""")
                .param("now", Timestamp.from(now))
                .update();
    }

    void settle(UUID id, Notice.State state, String problem, Instant now) {
        jdbc.sql(
                        """
                update notice set state = :state, settled_at = :now, lease_until = null, problem = nullif(:problem, '')
                where id = :id and state = 'SENDING'""")
                .param("id", id)
                .param("state", state.name())
                .param("problem", problem)
                .param("now", Timestamp.from(now))
                .update();
    }

    void postpone(UUID id, String problem, Instant dueAt) {
        jdbc.sql(
                        """
                update notice set state = 'PENDING', due_at = :dueAt, lease_until = null, problem = :problem
                where id = :id and state = 'SENDING'""")
                .param("id", id)
                .param("problem", problem)
                .param("dueAt", Timestamp.from(dueAt))
                .update();
    }

    /** Removes those that were sent, or were not to be sent any more, before that time. */
    void deleteSettled(Instant before) {
        jdbc.sql("delete from notice where state in ('SENT', 'OBSOLETE') and settled_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    List<Notice> failed() {
        return jdbc.sql("select * from notice where state = 'FAILED' order by created_at, id")
                .query(NoticeStore::notice)
                .list();
    }

    long count(Notice.State state) {
        return jdbc.sql("select count(*) from notice where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /** How many answers that person got since then. */
    long answersSince(String person, Instant since) {
        return jdbc.sql(
                        """
                select count(*) from notice where kind = 'ANSWER' and person = :person and created_at > :since""")
                .param("person", person)
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    boolean retry(UUID id, Instant now) {
        return jdbc.sql(
                                """
                        update notice
                        set state = 'PENDING', attempts = 0, repeats = 0, due_at = :now, settled_at = null, problem = null
                        where id = :id and state = 'FAILED'""")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("person"),
                row.getObject("content_id", UUID.class),
                row.getObject("revision", Integer.class),
                row.getString("task_id"),
                row.getString("stage"),
                Notice.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("repeats"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("problem"),
                row.getString("answer"),
                row.getString("detail"),
                row.getString("in_reply_to"));
    }
}
