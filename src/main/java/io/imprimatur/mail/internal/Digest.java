package io.imprimatur.mail.internal;

import io.imprimatur.identity.People;
import io.imprimatur.mail.MailRound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes everybody's daily notice when its time has come; what it says is found when it is sent. */
@Component
class Digest implements MailRound {
    private final NoticeStore notices;
    private final People people;
    private final MailProperties properties;
    private final Times times;
    private final Clock clock;
    /** Spares asking the database on every round; the notices' keys see to it that there is one a day. */
    private final AtomicReference<@Nullable LocalDate> written = new AtomicReference<>();

    Digest(NoticeStore notices, People people, MailProperties properties, Times times, Clock clock) {
        this.notices = notices;
        this.people = people;
        this.properties = properties;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void run() {
        var now = clock.instant();
        var today = times.date(now);
        var due = properties.digestDays().contains(today.getDayOfWeek())
                && !now.atZone(properties.timeZone()).toLocalTime().isBefore(properties.digestAt());
        if (due && !today.equals(written.get())) {
            people.all().forEach(person -> notices.insert(Occasion.ofDigest(today), person.id(), now));
            written.set(today);
        }
    }
}
