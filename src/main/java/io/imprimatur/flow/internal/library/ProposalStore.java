package io.imprimatur.flow.internal.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code flow_proposal} and {@code flow_proposal_file}. What was decided stays, with its files. */
@Repository
class ProposalStore {
    private final JdbcClient jdbc;

    ProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Proposal proposal) {
        jdbc.sql(
                        """
                        insert into flow_proposal
                            (id, model_key, name, door, reason, model_sha256, proposed_by, proposed_at, state)
                        values (:id, :key, :name, :door, :reason, :sha256, :by, :at, 'OPEN')
                        """)
                .param("id", proposal.id())
                .param("key", proposal.key())
                .param("name", proposal.name())
                .param("door", proposal.door())
                .param("reason", proposal.reason())
                .param("sha256", proposal.sha256())
                .param("by", proposal.proposedBy())
                .param("at", proposal.proposedAt().atOffset(ZoneOffset.UTC))
                .update();
        proposal.files().forEach((name, bytes) -> jdbc.sql(
                        "insert into flow_proposal_file (proposal_id, name, bytes) values (:id, :name, :bytes)")
                .param("id", proposal.id())
                .param("name", name)
                .param("bytes", bytes)
                .update());
    }

    /** Whether the same person already proposes the very same files. */
    boolean isOpen(String sha256, String proposedBy) {
        return jdbc.sql(
                                """
                        select count(*) from flow_proposal
                        where state = 'OPEN' and model_sha256 = :sha256 and proposed_by = :by
                        """)
                        .param("sha256", sha256)
                        .param("by", proposedBy)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Proposal> open() {
        return jdbc.sql("select * from flow_proposal where state = 'OPEN' order by proposed_at")
                .query((row, number) -> read(row, Map.of()))
                .list();
    }

    /** With its files, and locked until the transaction ends. */
    Optional<Proposal> open(UUID id) {
        return jdbc.sql("select * from flow_proposal where id = :id and state = 'OPEN' for update")
                .param("id", id)
                .query((row, number) -> read(row, files(id)))
                .optional();
    }

    void close(UUID id, String state, String person, Instant at) {
        jdbc.sql("update flow_proposal set state = :state, closed_by = :by, closed_at = :at where id = :id")
                .param("id", id)
                .param("state", state)
                .param("by", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Map<String, byte[]> files(UUID id) {
        var files = new TreeMap<String, byte[]>();
        jdbc.sql("select name, bytes from flow_proposal_file where proposal_id = :id")
                .param("id", id)
                .query((row, number) -> files.put(row.getString("name"), row.getBytes("bytes")))
                .list();
        return files;
    }

    private static Proposal read(ResultSet row, Map<String, byte[]> files) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("model_key"),
                row.getString("name"),
                row.getString("door"),
                row.getString("reason"),
                row.getString("model_sha256"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                files);
    }
}
