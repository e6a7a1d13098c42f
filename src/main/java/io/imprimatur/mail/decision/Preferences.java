package io.imprimatur.mail.decision;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people want of mail, in the table {@code mail_preference}; whoever never chose wants both. */
@Component
@Transactional
public class Preferences {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Preferences(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * One person's choice.
     *
     * @param decisions to decide by mail
     * @param digest a list of what waits, each working day
     */
    public record Preference(boolean decisions, boolean digest) {}

    public Preference of(String person) {
        return jdbc.sql("select decisions, digest from mail_preference where person = :person")
                .param("person", person)
                .query((row, number) -> new Preference(row.getBoolean("decisions"), row.getBoolean("digest")))
                .optional()
                .orElse(new Preference(true, true));
    }

    public void choose(String person, Preference preference) {
        if (preference.equals(of(person))) {
            return;
        }
        jdbc.sql(
                        """
                insert into mail_preference (person, decisions, digest, changed_at)
                values (:person, :decisions, :digest, :now)
                on conflict (person) do update
                set decisions = excluded.decisions, digest = excluded.digest, changed_at = excluded.changed_at""")
                .param("person", person)
                .param("decisions", preference.decisions())
                .param("digest", preference.digest())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        ledger.record(LedgerEntry.of(person, "MAIL_PREFERENCE_CHANGED", "person:" + person)
                .detail("decisions", String.valueOf(preference.decisions()))
                .detail("digest", String.valueOf(preference.digest())));
    }
}
