package io.imprimatur.audit.internal;

import io.imprimatur.audit.Doors;
import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Inserts in the caller's transaction and wakes the sequencer after it committed. */
@Component
class JdbcLedger implements Ledger {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Doors doors;
    private final SequencerLoop sequencer;

    JdbcLedger(JdbcClient jdbc, Clock clock, Doors doors, SequencerLoop sequencer) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.doors = doors;
        this.sequencer = sequencer;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(LedgerEntry entry) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO ledger_entry (id, at, actor, action, subject, content_id, revision, revision_hash,
                                                  process_definition, door, details)
                        VALUES (:id, :at, :actor, :action, :subject, :contentId, :revision, :revisionHash,
                                :processDefinition, :door, :details::jsonb)""")
                .param("id", id)
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("contentId", entry.contentId())
                .param("revision", entry.revision())
                .param("revisionHash", entry.revisionHash())
                .param("processDefinition", entry.processDefinition())
                .param("door", doors.current().name())
                .param("details", DetailsJson.write(entry.details()))
                .update();
        jdbc.sql("INSERT INTO ledger_pending (entry_id) VALUES (:id)")
                .param("id", id)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sequencer.wake();
            }
        });
    }
}
