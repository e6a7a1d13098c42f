package io.imprimatur.content.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who handed in which revision when, and why an author contests findings that block. */
@Repository
class SubmissionStore {
    private final JdbcClient jdbc;

    SubmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID contentId, int revision, String person, Instant now) {
        jdbc.sql(
                        """
                insert into submission (id, content_id, revision, person, submitted_at)
                values (:id, :contentId, :revision, :person, :now)""")
                .param("id", UUID.randomUUID())
                .param("contentId", contentId)
                .param("revision", revision)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A later reason for the same revision replaces the earlier. */
    void contest(UUID contentId, int revision, String person, String reason, Instant now) {
        jdbc.sql(
                        """
                insert into contest (content_id, revision, person, reason, contested_at)
                values (:contentId, :revision, :person, :reason, :now)
                on conflict (content_id, revision)
                do update set person = excluded.person, reason = excluded.reason, contested_at = excluded.contested_at""")
                .param("contentId", contentId)
                .param("revision", revision)
                .param("person", person)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<String> contestOf(UUID contentId, int revision) {
        return jdbc.sql("select reason from contest where content_id = :contentId and revision = :revision")
                .param("contentId", contentId)
                .param("revision", revision)
                .query(String.class)
                .optional();
    }
}
