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

    private final Vocabulary vocabulary;
    private final SignOff signOff;
    private final Doubts doubts;

    public DecisionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.signOff = new SignOff(vocabulary);
        this.doubts = new Doubts(vocabulary, signOff);
    }

    /** What a reply amounts to: a first line that may be somebody else's never decides. Never throws. */
    public Reading read(ReplyText reply) {
        Reading reading = read(reply.written());
        boolean decides = reading instanceof Reading.Decided || reading instanceof Reading.Unreasoned;
        if (!decides || reply.ownFirst() && !takenBack(reading, reply)) {
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
        boolean whole = separated(first, rest)
                && (decision == TaskDecision.APPROVE ? !doubts.about(first, rest, following) : refuses(first, rest));
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
        return decision == TaskDecision.APPROVE
                ? doubts.decideOtherwise(line, rest)
                : vocabulary.deciding(TaskDecision.APPROVE).within(line, rest);
    }

    private boolean opensOtherwise(Tokens line, TaskDecision decision) {
        return Opening.of(line, vocabulary)
                .filter(other -> other.decision() != decision)
                .isPresent();
    }

    private boolean refuses(Tokens first, int rest) {
        boolean asks = first.mark(first.size() - 1, Marks.QUESTION) && first.words(rest) <= 4
                || first.mark(rest, Marks.QUESTION);
        int words = rest;
        while (first.mark(words, Marks.AFTER_A_DECISION)) {
            words++;
        }
        boolean opens = words == rest || !first.mark(rest, ":");
        return !asks && !(opens && vocabulary.provisos().at(first, words) > 0);
    }

    /** Whether nothing, a mark, a reason or a courtesy follows; other words make another sentence of it. */
    private boolean separated(Tokens line, int rest) {
        return rest >= line.size()
                || line.mark(rest, Marks.AFTER_A_DECISION)
                || vocabulary.because().at(line, rest) > 0
                || signOff.courteous(line, rest);
    }

    private boolean takenBack(Reading reading, ReplyText reply) {
        return reading instanceof Reading.Decided decided
                && decided.decision() == TaskDecision.APPROVE
                && doubts.below(reply.below());
    }

    private String reason(Tokens first, int rest, List<Tokens> following) {
        int at = rest;
        boolean announced = false;
        while (first.mark(at, Marks.AFTER_A_DECISION)) {
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
