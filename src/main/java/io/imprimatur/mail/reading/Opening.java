package io.imprimatur.mail.reading;

import io.imprimatur.flow.TaskDecision;
import java.util.Arrays;
import java.util.Optional;

/**
 * The words at the beginning of a line that decide.
 *
 * @param decision what they decide
 * @param end the token behind them and behind what they decide about
 */
record Opening(TaskDecision decision, int end) {

    private static final int MOST_NAMES = 4;

    /** The decision that the line begins with, whatever follows it. */
    static Optional<Opening> of(Tokens tokens, Vocabulary vocabulary) {
        int at = 0;
        while (tokens.mark(at, "*_\u00A1")) {
            at++;
        }
        at = behindGreeting(tokens, at, vocabulary);
        at = behindLead(tokens, at, vocabulary);
        TaskDecision found = null;
        int words = 0;
        for (TaskDecision decision : TaskDecision.values()) {
            int length = vocabulary.deciding(decision).at(tokens, at);
            if (length > 0 && length == words) {
                return Optional.empty();
            }
            found = length > words ? decision : found;
            words = Math.max(words, length);
        }
        return found == null
                ? Optional.empty()
                : Optional.of(new Opening(found, behindObjects(tokens, at + words, vocabulary)));
    }

    /** {@code Hi Anna,}; a greeting without a mark behind it may be the beginning of any sentence. */
    private static int behindGreeting(Tokens tokens, int from, Vocabulary vocabulary) {
        int at = from + vocabulary.greetings().at(tokens, from);
        if (at == from) {
            return from;
        }
        for (int names = 0; names <= MOST_NAMES; names++) {
            if (tokens.mark(at, ",!") || tokens.mark(at, "-\u2013\u2014")) {
                return at + 1;
            }
            if (!tokens.word(at) || speaks(tokens, at, vocabulary)) {
                return from;
            }
            boolean title = tokens.mark(at + 1, ".");
            at += title ? 2 : 1;
        }
        return from;
    }

    private static boolean speaks(Tokens tokens, int at, Vocabulary vocabulary) {
        return vocabulary.negations().at(tokens, at) > 0
                || vocabulary.conditions().at(tokens, at) > 0
                || Arrays.stream(TaskDecision.values())
                        .anyMatch(decision -> vocabulary.deciding(decision).at(tokens, at) > 0);
    }

    private static int behindLead(Tokens tokens, int from, Vocabulary vocabulary) {
        int at = from + vocabulary.leads().at(tokens, from);
        return at > from && tokens.mark(at, ",:!.-\u2013\u2014") ? at + 1 : from;
    }

    private static int behindObjects(Tokens tokens, int from, Vocabulary vocabulary) {
        int at = from;
        for (int length = vocabulary.objects().at(tokens, at);
                length > 0;
                length = vocabulary.objects().at(tokens, at)) {
            at += length;
        }
        return at;
    }
}
