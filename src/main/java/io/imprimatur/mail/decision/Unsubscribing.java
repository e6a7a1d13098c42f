package io.imprimatur.mail.decision;

import io.imprimatur.mail.decision.Preferences.Preference;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the daily list by a link that needs no login (RFC 8058), in the table {@code mail_unsubscribe}. */
@Component
@Transactional
public class Unsubscribing {
    private final JdbcClient jdbc;
    private final Preferences preferences;
    private final Clock clock;

    Unsubscribing(JdbcClient jdbc, Preferences preferences, Clock clock) {
        this.jdbc = jdbc;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** A new one for that person. */
    public String token(String person) {
        var token = Tokens.random();
        jdbc.sql("insert into mail_unsubscribe (hash, person, created_at) values (:hash, :person, :now)")
                .param("hash", Tokens.hash(token))
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    /** Whether that is a token. */
    public boolean knows(String token) {
        return personOf(token).isPresent();
    }

    /** @return whether it was a token; a second time changes nothing */
    public boolean unsubscribe(String token) {
        var person = personOf(token);
        person.ifPresent(each ->
                preferences.choose(each, new Preference(preferences.of(each).decisions(), false)));
        return person.isPresent();
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from mail_unsubscribe where created_at < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    private Optional<String> personOf(String token) {
        return Tokens.read(token).flatMap(read -> jdbc.sql("select person from mail_unsubscribe where hash = :hash")
                .param("hash", Tokens.hash(read))
                .query(String.class)
                .optional());
    }
}
