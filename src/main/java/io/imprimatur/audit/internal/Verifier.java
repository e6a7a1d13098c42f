package io.imprimatur.audit.internal;

import io.imprimatur.audit.LedgerVerification;
import io.imprimatur.platform.Refusal;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Recomputes the chain from its first place to its last, row by row, on one snapshot of the database. */
@Component
class Verifier {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final RememberedHead remembered;
    private final Semaphore one = new Semaphore(1);

    Verifier(
            JdbcTemplate shared,
            PlatformTransactionManager transactions,
            AuditProperties properties,
            RememberedHead remembered) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(shared.getDataSource()));
        this.jdbc.setFetchSize(properties.verificationFetch());
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.remembered = remembered;
    }

    LedgerVerification verify() {
        if (!one.tryAcquire()) {
            throw new Refusal(
                    Refusal.Kind.TOO_MANY_REQUESTS,
                    "verification-running",
                    "The ledger is being verified already; ask again when that is done.");
        }
        try {
            var result = Objects.requireNonNull(snapshot.execute(status -> recompute(jdbc)));
            if (result.intact() && result.head() != null) {
                remembered.remember(result.head());
            }
            return result;
        } finally {
            one.release();
        }
    }

    LedgerVerification recompute(JdbcTemplate jdbc) {
        var check = new ChainCheck(remembered.get());
        jdbc.query(
                "SELECT c.seq, c.hash, " + LedgerRow.COLUMNS
                        + " FROM ledger_chain c LEFT JOIN ledger_entry e ON e.id = c.entry_id ORDER BY c.seq",
                check);
        var waiting = count(jdbc, "ledger_pending p JOIN ledger_entry e ON e.id = p.entry_id");
        var unaccounted = count(
                jdbc,
                "ledger_entry e LEFT JOIN ledger_chain c ON c.entry_id = e.id"
                        + " LEFT JOIN ledger_pending p ON p.entry_id = e.id WHERE c.seq IS NULL AND p.number IS NULL");
        var firstBroken = check.firstBroken();
        return new LedgerVerification(
                firstBroken == null && unaccounted == 0,
                count(jdbc, "ledger_entry"),
                firstBroken,
                waiting,
                unaccounted,
                check.head());
    }

    private static long count(JdbcTemplate jdbc, String from) {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM " + from, Long.class));
    }
}
