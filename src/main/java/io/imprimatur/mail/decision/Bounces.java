package io.imprimatur.mail.decision;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Undeliverable;
import io.imprimatur.mail.reading.Automatic;
import io.imprimatur.mail.reading.IncomingMail;
import io.imprimatur.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Marks addresses that mail came back from, in the table {@code undeliverable_address}. */
@Component
public class Bounces implements Undeliverable {
    private final JdbcClient jdbc;
    private final People people;
    private final DecisionAddress address;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bounces(
            JdbcClient jdbc,
            People people,
            DecisionAddress address,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.address = address;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Published in the transaction in which mail to that person came back for good. */
    public record CameBack(String person) {}

    /** @return what was made of it, as a code */
    String take(Automatic.Bounce bounce, IncomingMail mail) {
        if (!bounce.permanent()) {
            return "bounce-transient";
        }
        var reached = notices(bounce, mail).flatMap(this::readerOf).findFirst();
        if (reached.isEmpty()) {
            return "bounce-unknown";
        }
        mark(reached.get(), bounce.code());
        return "bounce";
    }

    private Stream<UUID> notices(Automatic.Bounce bounce, IncomingMail mail) {
        return Stream.concat(
                address.bounced(mail.recipients()).stream(),
                bounce.originalMessageIds().stream().flatMap(id -> ReplyChecks.noticeId(id).stream()));
    }

    private Stream<Person> readerOf(UUID notice) {
        return jdbc
                .sql("select person from notice where id = :id")
                .param("id", notice)
                .query(String.class)
                .optional()
                .flatMap(people::findActive)
                .stream();
    }

    private void mark(Person person, String status) {
        var isNew = jdbc.sql(
                                """
                        insert into undeliverable_address (person, email, status, since)
                        values (:person, :email, :status, :now)
                        on conflict (person) do update set email = excluded.email, status = excluded.status, since = excluded.since
                        where undeliverable_address.email <> excluded.email""")
                        .param("person", person.id())
                        .param("email", person.email())
                        .param("status", status)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (isNew) {
            ledger.record(LedgerEntry.of(LedgerEntry.SYSTEM, "ADDRESS_UNDELIVERABLE", "person:" + person.id())
                    .detail("status", status));
            events.publishEvent(new CameBack(person.id()));
        }
    }

    /** Whether mail to that address came back. */
    public boolean isUndeliverable(Person person) {
        return jdbc.sql("select count(*) from undeliverable_address where person = :person and email = :email")
                        .param("person", person.id())
                        .param("email", person.email())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public List<Address> all() {
        return jdbc
                .sql("select * from undeliverable_address order by since")
                .query((row, number) -> new Address(
                        row.getString("person"),
                        row.getString("email"),
                        row.getString("status"),
                        row.getTimestamp("since").toInstant()))
                .list()
                .stream()
                .filter(marked -> Optional.of(marked.email())
                        .equals(people.findActive(marked.person()).map(Person::email)))
                .toList();
    }

    @Override
    @Transactional
    public void clear(String person) {
        if (jdbc.sql("delete from undeliverable_address where person = :person")
                        .param("person", person)
                        .update()
                == 0) {
            throw Refusal.notFound("address-not-found", "Mail to this person did not come back.");
        }
    }
}
