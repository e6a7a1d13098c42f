package io.imprimatur.mail.reading;

import io.imprimatur.flow.TaskDecision;
import java.util.List;
import java.util.Optional;

/**
 * Reads a decision from what a person wrote. Only the first line with words decides, and only if it begins with words that
 * decide; whatever could take them back leaves a remark. A missed decision costs an answer with help, a wrong one costs
 * trust.
 */
public final class DecisionReader {

    /** Marks that may follow a decision directly. */
    static final String MARKS =
            ".,!:;-\u2013\u2014\u2026\uFF0C\uFF1A\uFF01\u3002()*_~\u2713\u2714\u2705\u2611\uD83D\uDC4D\uD83D\uDE42\uD83D\uDE0A\uD83D\uDE4F";

    private static final String QUESTION = "?\u00BF\uFF1F\u061F";

    /** {@code Approved: news@example.org} is a header of Usenet. */
    private static final String ADDRESS = "@";

    private final Vocabulary vocabulary;
    private final SignOff signOff;

    public DecisionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.signOff = new SignOff(vocabulary);
    }

    /** What a reply amounts to: a first line that may be somebody else's never decides. Never throws. */
    public Reading read(ReplyText reply) {
        Reading reading = read(reply.written());
        boolean decides = reading instanceof Reading.Decided || reading instanceof Reading.Unreasoned;
        if (!decides || reply.ownFirst() && !takesBack(reading, reply.below())) {
            return reading;
        }
        return new Reading.Remark(reply.written());
    }

    /** What the words amount to. Never throws. */
    public Reading read(String written) {
        WrittenLines lines = WrittenLines.of(written, vocabulary);
        if (lines.empty()) {
            return new Reading.Nothing();
        }
        Reading remark = new Reading.Remark(written.strip());
        if (!lines.mayDecide()) {
            return remark;
        }
        Tokens first = Tokens.of(lines.first());
        Optional<Opening> opening = Opening.of(first, vocabulary);
        if (opening.isEmpty()) {
            return remark;
        }
        TaskDecision decision = opening.get().decision();
        int rest = opening.get().end();
        List<Tokens> following = lines.following();
        if (conflicts(first, rest, decision) || following.stream().anyMatch(line -> opensOtherwise(line, decision))) {
            return new Reading.Conflicting();
        }
        boolean whole = decision == TaskDecision.APPROVE ? approves(first, rest, following) : refuses(first, rest);
        return whole ? decided(decision, reason(first, rest, following)) : remark;
    }

    private static Reading decided(TaskDecision decision, String reason) {
        boolean says =
                reason.codePoints().filter(Character::isLetterOrDigit).limit(2).count() == 2;
        if (decision == TaskDecision.APPROVE || says) {
            return new Reading.Decided(decision, says ? reason : "");
        }
        return new Reading.Unreasoned(decision);
    }

    /** Words that decide otherwise, on the same line: anywhere behind an approval, and approving ones behind any other. */
    private boolean conflicts(Tokens line, int rest, TaskDecision decision) {
        if (decision != TaskDecision.APPROVE) {
            return vocabulary.deciding(TaskDecision.APPROVE).within(line, rest);
        }
        return within(line, rest, vocabulary.deciding(TaskDecision.REJECT))
                || vocabulary.deciding(TaskDecision.REQUEST_CHANGES).beginsClause(line, rest)
                        && within(line, rest, vocabulary.deciding(TaskDecision.REQUEST_CHANGES));
    }

    private boolean opensOtherwise(Tokens line, TaskDecision decision) {
        return Opening.of(line, vocabulary)
                .filter(other -> other.decision() != decision)
                .isPresent();
    }

    private boolean approves(Tokens first, int rest, List<Tokens> following) {
        if (!separated(first, rest) || counts(first, rest) || first.hasMark(ADDRESS, rest) || takesBack(first, rest)) {
            return false;
        }
        int end = signOff.start(following);
        return following.subList(0, end).stream().noneMatch(line -> takesBack(line, 0))
                && !takenBackBelow(following.subList(end, following.size()));
    }

    /** Whether a question, a condition, a wish, a denial or another decision stands in the line from here on. */
    private boolean takesBack(Tokens line, int from) {
        return line.hasMark(QUESTION, from)
                || conditional(line, from)
                || within(line, from, vocabulary.negations())
                || within(line, from, vocabulary.deciding(TaskDecision.REJECT));
    }

    /** {@code Approved, 2 of 3}. */
    private static boolean counts(Tokens line, int from) {
        int at = from;
        while (line.mark(at, MARKS)) {
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

    private boolean refuses(Tokens first, int rest) {
        boolean asks = first.mark(first.size() - 1, QUESTION) && first.words(rest) <= 4 || first.mark(rest, QUESTION);
        int words = rest;
        while (first.mark(words, MARKS)) {
            words++;
        }
        boolean opens = words == rest || !first.mark(rest, ":");
        return separated(first, rest) && !asks && !(opens && proviso(first, words));
    }

    private boolean proviso(Tokens line, int at) {
        return vocabulary.provisos().at(line, at) > 0;
    }

    /** Whether nothing, a mark, a reason or a courtesy follows; other words make another sentence of it. */
    private boolean separated(Tokens line, int rest) {
        return rest >= line.size()
                || line.mark(rest, MARKS)
                || vocabulary.because().at(line, rest) > 0
                || signOff.courteous(line, rest);
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

    private boolean takesBack(Reading reading, String below) {
        return reading instanceof Reading.Decided decided
                && decided.decision() == TaskDecision.APPROVE
                && below.lines()
                        .map(Tokens::of)
                        .anyMatch(line -> vocabulary.conditions().at(line, 0) > 0
                                && !vocabulary.disclaimers().within(line, 0));
    }

    private String reason(Tokens first, int rest, List<Tokens> following) {
        int at = rest;
        boolean announced = false;
        while (first.mark(at, MARKS)) {
            announced |= first.mark(at, ":");
            at++;
        }
        int because = vocabulary.because().at(first, at);
        at += because;
        while (because > 0 && first.mark(at, ":,")) {
            at++;
        }
        boolean none = signOff.courteous(first, at) || !announced && because == 0 && signOff.name(first, at);
        StringBuilder reason = new StringBuilder(none ? "" : first.text(at));
        following.subList(0, signOff.start(following)).forEach(line -> reason.append('\n')
                .append(line.line()));
        return reason.toString().strip();
    }
}
