package io.imprimatur.flow;

import java.util.List;

/** What only a person can say about a post that went out; the extension property {@code question} of a user task. */
public enum Question {
    /** It was sent, no answer came, and looking did not settle it. */
    UNKNOWN(Answer.IS_LIVE, Answer.IS_NOT_LIVE, Answer.LOOK_AGAIN),
    /** What is live is not what was approved. */
    DRIFTED(Answer.KEEP, Answer.LOOK_AGAIN, Answer.WITHDRAW),
    /** It is not live any more, and nobody here took it down. */
    REMOVED(Answer.KEEP, Answer.LOOK_AGAIN, Answer.WITHDRAW),
    /** It has to be taken down by hand. */
    BY_HAND(Answer.REMOVED_BY_HAND, Answer.LOOK_AGAIN),
    /** A withdrawal for privacy: whether it is a breach that people must be notified of (45 CFR 164.402). */
    INCIDENT(Answer.NO_NOTIFICATION, Answer.NOTIFICATION);

    private final List<Answer> answers;

    Question(Answer... answers) {
        this.answers = List.of(answers);
    }

    /** What may be answered. */
    public List<Answer> answers() {
        return answers;
    }
}
