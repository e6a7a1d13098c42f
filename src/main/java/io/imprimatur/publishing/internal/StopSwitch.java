package io.imprimatur.publishing.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.PublishingStop;
import io.imprimatur.screening.Screenings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stop is one row of the database. A send begins in a transaction that locks this row for share, so pressing the switch
 * waits for those that are just beginning, and none begins after it.
 */
@Service
class StopSwitch implements PublishingStop {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final People people;
    private final Screenings screenings;
    private final WakeUp wakeUp;
    private final Clock clock;

    StopSwitch(
            JdbcClient jdbc,
            Ledger ledger,
            People people,
            Screenings screenings,
            WakeUp wakeUp,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.people = people;
        this.screenings = screenings;
        this.wakeUp = wakeUp;
        this.clock = clock;
        Gauge.builder("imprimatur.publishing.stopped", () -> stopped() ? 1 : 0)
                .description("1 while compliance has stopped all publishing")
                .register(meters);
    }

    /** Asked before each request that writes. */
    boolean stopped() {
        return jdbc.sql("SELECT stopped FROM publishing_stop")
                .query(Boolean.class)
                .single();
    }

    /** The same for a send that begins in this transaction; the switch cannot be pressed before it has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean stoppedForSending() {
        return jdbc.sql("SELECT stopped FROM publishing_stop FOR SHARE")
                .query(Boolean.class)
                .single();
    }

    @Override
    public State state() {
        return jdbc.sql("SELECT s.*, (SELECT count(*) FROM publication p WHERE p.state = 'SENDING'"
                        + " AND p.lease_until > clock_timestamp()) AS leaving FROM publishing_stop s")
                .query(StopSwitch::read)
                .single();
    }

    @Override
    @Transactional
    public State set(boolean stopped, String note, String personId) {
        requireCompliance(personId);
        if (!note.isBlank()) {
            screenings.requireClear(note);
        }
        var changed = jdbc.sql(
                        "UPDATE publishing_stop SET stopped = :stopped, note = :note, by_whom = :person, at = :at"
                                + " WHERE stopped <> :stopped")
                .param("stopped", stopped)
                .param("note", note.strip())
                .param("person", personId)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (changed == 1) {
            ledger.record(
                    LedgerEntry.of(personId, stopped ? "PUBLISHING_STOPPED" : "PUBLISHING_RESUMED", "publishing"));
            wakeUp.afterCommit();
        }
        return state();
    }

    private void requireCompliance(String personId) {
        if (people.findActive(personId)
                .filter(person -> person.isIn(Groups.COMPLIANCE))
                .isEmpty()) {
            throw Refusal.forbidden("compliance-only", "Only compliance may stop publishing or let it go on.");
        }
    }

    private static State read(ResultSet row, int number) throws SQLException {
        var at = row.getTimestamp("at");
        return new State(
                row.getBoolean("stopped"),
                row.getString("note"),
                row.getString("by_whom"),
                at == null ? null : at.toInstant(),
                row.getInt("leaving"));
    }
}
