package io.imprimatur.mail.internal;

import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Notice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells managers whom mail does not reach. */
@Component
class UndeliverableLetters {
    private final People people;
    private final Links links;

    UndeliverableLetters(People people, Links links) {
        this.people = people;
        this.links = links;
    }

    Optional<Letter> write(Notice notice, Person reader) {
        return Optional.ofNullable(notice.detail()).map(person -> Letter.to(
                        reader,
                        "Mail to a colleague came back",
                        List.of(
                                "Mail to " + people.displayName(person) + " came back for good, so no more is sent to"
                                        + " that address.",
                                "What waits for them they see under Tasks only. Please have the address corrected;"
                                        + " then tell Imprimatur to try again."))
                .doing("See whom mail does not reach", links.mailDesk()));
    }
}
