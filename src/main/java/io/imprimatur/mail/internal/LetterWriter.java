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
    private final StepLetters steps;
    private final AnswerLetters answers;
    private final DigestLetters digests;
    private final ProposalLetters proposals;
    private final UndeliverableLetters undeliverable;

    LetterWriter(
            People people,
            TaskLetters tasks,
            OutcomeLetters outcomes,
            StepLetters steps,
            AnswerLetters answers,
            DigestLetters digests,
            ProposalLetters proposals,
            UndeliverableLetters undeliverable) {
        this.people = people;
        this.tasks = tasks;
        this.outcomes = outcomes;
        this.steps = steps;
        this.answers = answers;
        this.digests = digests;
        this.proposals = proposals;
        this.undeliverable = undeliverable;
    }

    Optional<Letter> write(Notice notice) {
        return people.find(notice.person()).flatMap(reader -> switch (notice.kind()) {
            case TASK_OPENED, TASK_REMINDER, TASK_ESCALATION, TASK_RETURNED -> tasks.write(notice, reader);
            case STEP_REACHED -> steps.write(notice, reader);
            case ANSWER -> answers.write(notice, reader);
            case DIGEST -> digests.write(reader);
            case FLOW_PROPOSED -> proposals.write(notice, reader);
            case ADDRESS_UNDELIVERABLE -> undeliverable.write(notice, reader);
            default -> outcomes.write(notice, reader);
        });
    }
}
