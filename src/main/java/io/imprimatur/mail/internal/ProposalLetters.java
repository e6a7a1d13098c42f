package io.imprimatur.mail.internal;

import io.imprimatur.identity.Person;
import io.imprimatur.mail.Notice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells managers and compliance that a change of a flow waits for a second person. */
@Component
class ProposalLetters {
    private final Links links;

    ProposalLetters(Links links) {
        this.links = links;
    }

    Optional<Letter> write(Notice notice, Person reader) {
        return Optional.ofNullable(notice.detail()).map(proposal -> Letter.to(
                        reader,
                        "A change of a flow waits for a second person",
                        List.of(
                                "A colleague wants to put a changed flow or table in force. The check accepts it; in this"
                                        + " house a second person confirms it too.",
                                "Look at what would be different, then confirm or decline it."))
                .doing("Look at the change", links.proposal(proposal)));
    }
}
