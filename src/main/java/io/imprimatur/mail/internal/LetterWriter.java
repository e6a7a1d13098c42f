package io.imprimatur.mail.internal;

import io.imprimatur.identity.People;
import io.imprimatur.mail.Notice;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the words for a notice at the moment of sending; empty when there is nothing to say any more. */
@Component
class LetterWriter {
    private final People people;
    private final TaskLetters tasks;
    private final OutcomeLetters outcomes;

    LetterWriter(People people, TaskLetters tasks, OutcomeLetters outcomes) {
        this.people = people;
        this.tasks = tasks;
        this.outcomes = outcomes;
    }

    Optional<Letter> write(Notice notice) {
        return people.find(notice.person()).flatMap(reader -> switch (notice.kind()) {
            case TASK_OPENED, TASK_REMINDER, TASK_ESCALATION -> tasks.write(notice, reader);
            default -> outcomes.write(notice, reader);
        });
    }
}
