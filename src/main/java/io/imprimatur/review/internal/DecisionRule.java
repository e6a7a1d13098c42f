package io.imprimatur.review.internal;

import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.platform.Refusal;
import java.util.List;
import java.util.Optional;

/** What a decision must bring; each rule says why it cannot count, or nothing. */
@FunctionalInterface
interface DecisionRule {
    DecisionRule CLAIMED_BY_THE_DECIDER =
            request -> request.work().personId().equals(request.work().task().assignee())
                    ? Optional.empty()
                    : conflict("not-claimed", "Claim this task before you decide.");

    DecisionRule REASON_GIVEN = request -> {
        var dispensable = request.approves() && request.findings().isEmpty();
        return dispensable || !request.reason().isEmpty()
                ? Optional.empty()
                : Optional.of(new Objection(
                        Refusal.Kind.INVALID,
                        "reason-missing",
                        "Give a reason, so that the author and the record can tell why."));
    };

    DecisionRule SCREENED = request -> request.screened() || !request.approves()
            ? Optional.empty()
            : conflict("not-screened", "This text has not been searched for patient data yet.");

    DecisionRule BLOCK_CONTESTED =
            request -> request.approves() && !request.blocking().isEmpty() && !request.contested()
                    ? conflict(
                            "blocked", "Something in this text must not go out, and the author has not contested it.")
                    : Optional.empty();

    DecisionRule FINDINGS_ANSWERED = request -> {
        var unanswered = request.findings().stream()
                .anyMatch(each -> Answers.by(each, request.work().authors()).isEmpty());
        return request.approves() && unanswered
                ? conflict("finding-unanswered", "Answer each finding before you approve.")
                : Optional.empty();
    };

    /** A contested finding is overridden by two people of compliance, each with an answer of their own. */
    DecisionRule BLOCK_ANSWERED_BY_EACH = request -> {
        if (!request.approves() || !request.work().stage().equals(Stages.PRIVACY)) {
            return Optional.empty();
        }
        var silent = request.blocking().stream()
                .anyMatch(each -> !Answers.by(each, request.work().authors())
                        .contains(request.work().personId()));
        return silent
                ? conflict("own-answer-missing", "Answer each contested finding yourself before you approve.")
                : Optional.empty();
    };

    List<DecisionRule> ALL = List.of(
            CLAIMED_BY_THE_DECIDER, REASON_GIVEN, SCREENED, BLOCK_CONTESTED, FINDINGS_ANSWERED, BLOCK_ANSWERED_BY_EACH);

    Optional<Objection> objection(DecisionRequest request);

    /** The first objection that any rule has. */
    static Optional<Objection> firstObjection(DecisionRequest request) {
        return ALL.stream().flatMap(rule -> rule.objection(request).stream()).findFirst();
    }

    private static Optional<Objection> conflict(String code, String sentence) {
        return Optional.of(new Objection(Refusal.Kind.CONFLICT, code, sentence));
    }
}
