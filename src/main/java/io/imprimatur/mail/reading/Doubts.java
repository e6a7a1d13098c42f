package io.imprimatur.mail.reading;

import io.imprimatur.flow.TaskDecision;
import java.util.List;

/** Words that take an approval back: conditions, wishes, questions, denials. When in doubt they do. */
final class Doubts {

    private final Vocabulary vocabulary;
    private final SignOff signOff;

    Doubts(Vocabulary vocabulary, SignOff signOff) {
        this.vocabulary = vocabulary;
        this.signOff = signOff;
    }

    /** Whether an approval is taken back by the rest of its line or by what follows. */
    boolean about(Tokens first, int rest, List<Tokens> following) {
        if (counts(first, rest) || first.hasMark(Marks.ADDRESS, rest) || takesBack(first, rest)) {
            return true;
        }
        int end = signOff.start(following);
        return following.subList(0, end).stream().anyMatch(line -> takesBack(line, 0))
                || takenBackBelow(following.subList(end, following.size()));
    }

    /** Whether words below a signature's delimiter begin with a condition; those of a law department do not count. */
    boolean below(String text) {
        return text.lines()
                .map(Tokens::of)
                .anyMatch(line -> vocabulary.conditions().at(line, 0) > 0
                        && !vocabulary.disclaimers().within(line, 0));
    }

    /** Whether other decisions stand behind an approval. */
    boolean decideOtherwise(Tokens line, int rest) {
        PhraseSet changes = vocabulary.deciding(TaskDecision.REQUEST_CHANGES);
        return within(line, rest, vocabulary.deciding(TaskDecision.REJECT))
                || changes.beginsClause(line, rest) && within(line, rest, changes);
    }

    /** Whether a question, a condition, a wish, a denial or another decision stands in the line from here on. */
    private boolean takesBack(Tokens line, int from) {
        return line.hasMark(Marks.QUESTION, from)
                || conditional(line, from)
                || within(line, from, vocabulary.negations())
                || within(line, from, vocabulary.deciding(TaskDecision.REJECT));
    }

    /** {@code Approved, 2 of 3}. */
    private static boolean counts(Tokens line, int from) {
        int at = from;
        while (line.mark(at, Marks.AFTER_A_DECISION)) {
            at++;
        }
        return line.word(at) && Character.isDigit(line.get(at).folded().charAt(0));
    }

    /** Behind a courtesy anything may follow; behind a closing only a postscript. */
    private boolean takenBackBelow(List<Tokens> lines) {
        boolean closed = false;
        for (Tokens line : lines) {
            closed |= signOff.closes(line);
            if (closed
                    ? vocabulary.conditions().beginsClause(line, 0)
                    : conditional(line, 0) || within(line, 0, vocabulary.negations())) {
                return true;
            }
        }
        return false;
    }

    private boolean conditional(Tokens line, int from) {
        return within(line, from, vocabulary.conditions())
                || within(line, from, vocabulary.deciding(TaskDecision.REQUEST_CHANGES));
    }

    /** Whether the line holds such words outside of courtesies. */
    private boolean within(Tokens line, int from, PhraseSet phrases) {
        int at = from;
        while (at < line.size()) {
            int courtesy = vocabulary.courtesies().at(line, at);
            int found = phrases.at(line, at);
            if (found > courtesy || found > 0 && courtesy == 0) {
                return true;
            }
            at += Math.max(1, courtesy);
        }
        return false;
    }
}
