package io.imprimatur.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.imprimatur.audit.Door;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.audit.LedgerQuery;
import io.imprimatur.audit.LedgerReader;
import io.imprimatur.audit.LedgerVerification.Head;
import io.imprimatur.audit.RecordedEntry;
import io.imprimatur.platform.Page;
import io.imprimatur.platform.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

class LedgerTest {
    static LedgerFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = new LedgerFixture();
        fixture.record(LedgerEntry.of("author", "SOMETHING_DONE", "thing:1"));
        fixture.sequence();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void refusesToRecordOutsideOfATransaction() {
        assertThatThrownBy(() -> fixture.ledger().record(LedgerEntry.of("author", "X_DONE", "thing:1")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void forgetsAnEntryWhoseTransactionRolledBack() {
        var piece = UUID.randomUUID();
        fixture.transaction().executeWithoutResult(status -> {
            fixture.ledger().record(LedgerEntry.aboutContent("author", "DRAFTED", piece));
            status.setRollbackOnly();
        });
        fixture.sequence();
        assertThat(find(piece).total()).isZero();
        assertThat(fixture.verifier().verify().intact()).isTrue();
    }

    @Test
    void keepsEverythingThatAnEntrySays() {
        var piece = UUID.randomUUID();
        var entry = LedgerEntry.aboutContent("legal", "APPROVED", piece)
                .revision(3, "a".repeat(64))
                .processDefinition("content-approval:2:abc")
                .detail("stage", "legal");
        fixture.record(entry);
        fixture.sequence();
        var found = find(piece).items().get(0);
        assertThat(found.entry()).isEqualTo(entry);
        assertThat(found.door()).isEqualTo(Door.SYSTEM);
        assertThat(found.seq()).isPositive();
        assertThat(found.hash()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET actor = 'x'",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry CASCADE",
                "ALTER TABLE ledger_entry ADD COLUMN x int",
                "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
                "ALTER TABLE ledger_entry OWNER TO imprimatur_app",
                "DROP TABLE ledger_entry CASCADE",
                "UPDATE ledger_chain SET hash = 'x'",
                "DELETE FROM ledger_chain",
                "TRUNCATE ledger_chain",
                "ALTER TABLE ledger_chain DISABLE TRIGGER ALL",
                "DROP TABLE ledger_chain",
                "DROP TRIGGER ledger_entry_only_grows ON ledger_entry",
                "DROP FUNCTION ledger_only_grows() CASCADE",
                "CREATE OR REPLACE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "CREATE RULE r AS ON INSERT TO ledger_entry DO INSTEAD NOTHING",
                "CREATE TRIGGER t BEFORE INSERT ON ledger_entry EXECUTE FUNCTION ledger_only_grows()",
                "CREATE INDEX i ON ledger_entry (at)",
                "SET session_replication_role = replica",
                "SET ROLE imprimatur_owner",
                "UPDATE ledger_pending SET entry_id = entry_id",
                "TRUNCATE ledger_pending"
            })
    void keepsTheRuntimeRoleFrom(String attack) {
        assertThatThrownBy(() -> fixture.runtime.sql(attack).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void givesTheRuntimeRoleNothingThatItGrantsItself() {
        fixture.runtime
                .sql("GRANT ALL ON ledger_entry, ledger_chain TO imprimatur_app")
                .update();
        for (var table : List.of("ledger_entry", "ledger_chain")) {
            assertThat(fixture.runtime
                            .sql("SELECT has_table_privilege(:table, 'UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES')")
                            .param("table", table)
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE ledger_entry SET actor = 'x'", "DELETE FROM ledger_chain", "TRUNCATE ledger_chain"})
    void keepsEvenItsOwnerFromCarelessness(String statement) {
        assertThatThrownBy(() -> fixture.owner.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void chainsWhatManyWritersRecordAtOnce() throws Exception {
        var before = fixture.verifier().verify().entries();
        var threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 120)
                .forEach(n -> threads.execute(() -> {
                    fixture.record(LedgerEntry.of("author", "WRITTEN", "thing:" + n));
                    if (n % 5 == 0) {
                        fixture.sequence();
                    }
                }));
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        fixture.sequence();
        var result = fixture.verifier().verify();
        assertThat(result.intact()).isTrue();
        assertThat(result.entries()).isEqualTo(before + 120);
        assertThat(result.waiting()).isZero();
        assertThat(result.head()).extracting(Head::seq).isEqualTo(result.entries());
    }

    @Test
    void chainsAnEntryThatCommittedAfterLaterOnes() throws Exception {
        var late = UUID.randomUUID();
        var inserted = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var writer = new Thread(() -> fixture.transaction().executeWithoutResult(status -> {
            fixture.ledger().record(LedgerEntry.aboutContent("author", "LATE", late));
            inserted.countDown();
            awaitQuietly(go);
        }));
        writer.start();
        inserted.await();
        fixture.record(LedgerEntry.of("author", "EARLY", "thing:1"));
        fixture.sequence();
        assertThat(fixture.verifier().verify().intact()).isTrue();
        go.countDown();
        writer.join();
        assertThat(fixture.verifier().verify().waiting()).isEqualTo(1);
        fixture.sequence();
        assertThat(find(late).items().get(0).seq())
                .isEqualTo(fixture.verifier().verify().entries());
        assertThat(fixture.verifier().verify().intact()).isTrue();
    }

    @Test
    void chainsByItselfAfterACommit() {
        var loop = fixture.context.getBean(SequencerLoop.class);
        loop.start();
        try {
            var piece = UUID.randomUUID();
            fixture.record(LedgerEntry.aboutContent("author", "DRAFTED", piece));
            await().until(() -> find(piece).items().get(0).seq() != null);
        } finally {
            loop.stop();
        }
    }

    @Test
    void boundsAPage() {
        var reader = fixture.context.getBean(LedgerReader.class);
        assertThatThrownBy(() -> reader.find(new LedgerQuery(null, null, null, null, null, 0, 51)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reader.find(new LedgerQuery(null, null, null, null, null, -1, 5)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void narrowsByEveryFilter() {
        var piece = UUID.randomUUID();
        fixture.record(LedgerEntry.aboutContent("author", "DRAFTED", piece));
        fixture.record(LedgerEntry.aboutContent("legal", "READ", piece));
        var reader = fixture.context.getBean(LedgerReader.class);
        var at = find(piece).items().get(0).at();
        assertThat(find(piece).items()).extracting(e -> e.entry().action()).containsExactly("READ", "DRAFTED");
        assertThat(reader.find(new LedgerQuery(piece, "legal", null, null, null, 0, 9))
                        .total())
                .isEqualTo(1);
        assertThat(reader.find(new LedgerQuery(piece, null, "DRAFTED", null, null, 0, 9))
                        .total())
                .isEqualTo(1);
        assertThat(reader.find(new LedgerQuery(piece, null, null, at, null, 0, 9))
                        .total())
                .isEqualTo(1);
        assertThat(reader.find(new LedgerQuery(piece, null, null, null, at, 0, 9))
                        .total())
                .isEqualTo(1);
        assertThat(reader.find(new LedgerQuery(piece, null, null, null, null, 1, 1))
                        .items())
                .extracting(e -> e.entry().action())
                .containsExactly("DRAFTED");
    }

    private static Page<RecordedEntry> find(UUID piece) {
        return fixture.context.getBean(LedgerReader.class).find(new LedgerQuery(piece, null, null, null, null, 0, 10));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
