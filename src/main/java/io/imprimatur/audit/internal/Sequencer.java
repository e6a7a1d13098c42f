package io.imprimatur.audit.internal;

import io.imprimatur.audit.LedgerVerification.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed entries their place in the chain. It works off {@code ledger_pending}, so an entry whose transaction
 * committed late is found like any other and nothing is read twice. One node does it at a time.
 */
@Component
class Sequencer {
    /** Names the advisory lock; any number will do that no other lock of this database uses. */
    private static final long LOCK = 7_303_014_155_170_001L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AuditProperties properties;
    private final RememberedHead remembered;

    Sequencer(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            AuditProperties properties,
            RememberedHead remembered) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.remembered = remembered;
    }

    /** Chains all that waits, unless another node is at it. */
    void run() {
        while (chainBatch() == properties.sequencerBatch()) {
            // there may be more
        }
    }

    private int chainBatch() {
        return Objects.requireNonNull(transaction.execute(status -> isAlone() ? chainNext() : 0));
    }

    private boolean isAlone() {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private int chainNext() {
        var head = head();
        var places = new ArrayList<Object[]>();
        var done = new ArrayList<Object[]>();
        for (var row : waiting()) {
            var seq = head.seq() + 1;
            head = new Head(seq, ChainHash.of(head.hash(), seq, row));
            places.add(new Object[] {seq, row.id(), head.hash()});
            done.add(new Object[] {row.id()});
        }
        jdbc.batchUpdate("INSERT INTO ledger_chain (seq, entry_id, hash) VALUES (?, ?, ?)", places);
        jdbc.batchUpdate("DELETE FROM ledger_pending WHERE entry_id = ?", done);
        if (!places.isEmpty()) {
            remembered.afterCommit(head);
        }
        return places.size();
    }

    private Head head() {
        return jdbc
                .query(
                        "SELECT seq, hash FROM ledger_chain ORDER BY seq DESC LIMIT 1",
                        (row, n) -> new Head(row.getLong("seq"), row.getString("hash")))
                .stream()
                .findFirst()
                .orElse(new Head(0, ChainHash.START));
    }

    private List<LedgerRow> waiting() {
        return jdbc.query(
                "SELECT " + LedgerRow.COLUMNS + " FROM ledger_pending p JOIN ledger_entry e ON e.id = p.entry_id"
                        + " ORDER BY p.number LIMIT ?",
                (row, n) -> Objects.requireNonNull(LedgerRow.read(row)),
                properties.sequencerBatch());
    }
}
