package io.imprimatur.mail.reading;

import io.imprimatur.flow.TaskDecision;

/** Reads a decision from what a person wrote. */
public final class DecisionReader {

    private final Vocabulary vocabulary;

    public DecisionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What the words amount to; never throws. */
    public Reading read(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return new Reading.Nothing();
        }
        return text.equalsIgnoreCase("approved")
                ? new Reading.Decided(TaskDecision.APPROVE, "")
                : new Reading.Remark(text);
    }
}
