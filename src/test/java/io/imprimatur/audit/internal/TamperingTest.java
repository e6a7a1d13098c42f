package io.imprimatur.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.audit.LedgerVerification;
import io.imprimatur.audit.LedgerVerification.Head;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with the owner's rights meddles; each attack is undone afterwards, so all meet the same ledger. */
class TamperingTest {
    private static final int ENTRIES = 40;
    private static final Random RANDOM = new Random(20_261_122);

    static LedgerFixture fixture;

    @BeforeAll
    static void fill() throws Exception {
        fixture = new LedgerFixture();
        for (int n = 1; n <= ENTRIES; n++) {
            fixture.record(n % 3 == 0 ? sparse(n) : full(n));
        }
        fixture.sequence();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    static Stream<Arguments> changesOfOneColumn() {
        var changes = List.of(
                "actor = actor || 'x'",
                "action = action || '_X'",
                "subject = 'content:other'",
                "at = at + interval '1 microsecond'",
                "content_id = '" + UUID.randomUUID() + "'",
                "content_id = CASE WHEN content_id IS NULL THEN id END",
                "revision = coalesce(revision, 0) + 1",
                "revision = CASE WHEN revision IS NULL THEN 1 END",
                "revision_hash = repeat('b', 64)",
                "revision_hash = CASE WHEN revision_hash IS NULL THEN repeat('0', 64) END",
                "process_definition = 'other:1:1'",
                "process_definition = CASE WHEN process_definition IS NULL THEN 'x' END",
                "door = 'MAIL'",
                "door = 'NONE'",
                "details = details || '{\"stage\": \"other\"}'",
                "details = details || '{\"more\": null}'",
                "details = details || '{\"number\": 7}'",
                "details = '{\"a\": 1e400}'");
        return changes.stream().map(change -> Arguments.of(change, 2 + RANDOM.nextInt(ENTRIES - 1)));
    }

    @ParameterizedTest
    @MethodSource("changesOfOneColumn")
    void findsAChangedColumn(String change, int seq) {
        var result = after("UPDATE ledger_entry SET " + change
                + " WHERE id = (SELECT entry_id FROM ledger_chain WHERE seq = " + seq + ")");
        assertThat(result.intact()).isFalse();
        assertThat(result.firstBroken()).isEqualTo((long) seq);
        assertThat(result.head()).extracting(Head::seq).isEqualTo(seq - 1L);
    }

    @Test
    void findsAnExchangedId() {
        var result = after(
                "WITH a AS (SELECT entry_id FROM ledger_chain WHERE seq = 5), n AS (UPDATE ledger_entry SET id = gen_random_uuid()"
                        + " WHERE id = (SELECT entry_id FROM a) RETURNING id)"
                        + " UPDATE ledger_chain SET entry_id = (SELECT id FROM n) WHERE seq = 5");
        assertThat(result.firstBroken()).isEqualTo(5);
    }

    @Test
    void findsARemovedEntry() {
        var result = after("DELETE FROM ledger_entry WHERE id = (SELECT entry_id FROM ledger_chain WHERE seq = 7)");
        assertThat(result.firstBroken()).isEqualTo(7);
        assertThat(result.entries()).isEqualTo(ENTRIES - 1);
    }

    @Test
    void findsAnEntryRemovedWithItsPlace() {
        var result = after("WITH c AS (DELETE FROM ledger_chain WHERE seq = 9 RETURNING entry_id)"
                + " DELETE FROM ledger_entry WHERE id = (SELECT entry_id FROM c)");
        assertThat(result.firstBroken()).isEqualTo(9);
    }

    @Test
    void findsAGapThatWasClosed() {
        var result = after(
                "WITH c AS (DELETE FROM ledger_chain WHERE seq = 9 RETURNING entry_id)"
                        + " DELETE FROM ledger_entry WHERE id = (SELECT entry_id FROM c)",
                "UPDATE ledger_chain SET seq = -seq WHERE seq > 9",
                "UPDATE ledger_chain SET seq = -seq - 1 WHERE seq < 0");
        assertThat(result.firstBroken()).isEqualTo(9);
    }

    @Test
    void findsReorderedEntries() {
        var result = after(
                "CREATE TEMPORARY TABLE swap ON COMMIT DROP AS SELECT seq, entry_id FROM ledger_chain WHERE seq IN (11, 12)",
                "DELETE FROM ledger_chain WHERE seq IN (11, 12)",
                "INSERT INTO ledger_chain SELECT 23 - seq, entry_id, repeat('c', 64) FROM swap");
        assertThat(result.firstBroken()).isEqualTo(11);
    }

    @Test
    void findsAnEntrySlippedInBetween() {
        var result = after(
                "UPDATE ledger_chain SET seq = -seq WHERE seq >= 20",
                "UPDATE ledger_chain SET seq = -seq + 1 WHERE seq < 0",
                "WITH e AS (" + FORGED
                        + " RETURNING id) INSERT INTO ledger_chain SELECT 20, id, repeat('d', 64) FROM e");
        assertThat(result.firstBroken()).isEqualTo(20);
    }

    @Test
    void findsAnEntryThatNobodyRecorded() {
        var result = after(FORGED);
        assertThat(result.intact()).isFalse();
        assertThat(result.firstBroken()).isNull();
        assertThat(result.unaccounted()).isEqualTo(1);
    }

    @Test
    void findsARewrittenHash() {
        assertThat(after("UPDATE ledger_chain SET hash = repeat('e', 64) WHERE seq = 15")
                        .firstBroken())
                .isEqualTo(15);
    }

    @Test
    void findsAnEndCutOffThatThisNodeHasSeen() {
        var result = after("WITH c AS (DELETE FROM ledger_chain WHERE seq > 35 RETURNING entry_id)"
                + " DELETE FROM ledger_entry WHERE id IN (SELECT entry_id FROM c)");
        assertThat(result.intact()).isFalse();
        assertThat(result.firstBroken()).isEqualTo(36);
    }

    @Test
    void findsNothingWhereNobodyMeddled() {
        var result = fixture.verifier().verify();
        assertThat(result.intact()).isTrue();
        assertThat(result.entries()).isEqualTo(ENTRIES);
        assertThat(result.firstBroken()).isNull();
    }

    private static final String FORGED = "INSERT INTO ledger_entry (id, at, actor, action, subject, door, details)"
            + " VALUES (gen_random_uuid(), now(), 'x', 'FORGED', 'thing:1', 'REST', '{}')";

    /** Verifies inside of the meddler's own transaction, which then rolls back. */
    private static LedgerVerification after(String... statements) {
        try (var connection = fixture.database.asOwner().getConnection()) {
            var source = new SingleConnectionDataSource(connection, true);
            var template = new JdbcTemplate(source);
            return new TransactionTemplate(new DataSourceTransactionManager(source)).execute(status -> {
                template.execute("ALTER TABLE ledger_entry DISABLE TRIGGER USER");
                template.execute("ALTER TABLE ledger_chain DISABLE TRIGGER USER");
                template.execute("ALTER TABLE ledger_chain DROP CONSTRAINT ledger_chain_entry_id_fkey");
                template.execute("ALTER TABLE ledger_chain DROP CONSTRAINT ledger_chain_seq_check");
                for (var statement : statements) {
                    template.update(statement);
                }
                var result = fixture.verifier().recompute(template);
                status.setRollbackOnly();
                return result;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LedgerEntry full(int n) {
        return LedgerEntry.aboutContent("author", "DRAFTED", UUID.randomUUID())
                .revision(n, "a".repeat(64))
                .processDefinition("content-approval:1:1")
                .detail("stage", "legal")
                .detail("number", String.valueOf(7));
    }

    private static LedgerEntry sparse(int n) {
        return LedgerEntry.of("legal", "READ", "thing:" + n);
    }
}
