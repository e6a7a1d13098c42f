package io.imprimatur.review.internal;

import io.imprimatur.content.ContentState;
import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.platform.Refusal;
import io.imprimatur.review.ReleaseAnswer;
import io.imprimatur.screening.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Promise 1, rule by rule: each says why a revision may not go out, or nothing. */
@FunctionalInterface
interface ReleaseRule {
    ReleaseRule CURRENT_REVISION = of(
            "not-current",
            "The post was changed after this text was approved.",
            release -> release.piece().revision() == release.revision().number());

    ReleaseRule NOT_ENDED = of("ended", "The post was rejected or withdrawn.", release -> !Set.of(
                    ContentState.REJECTED, ContentState.WITHDRAWING, ContentState.WITHDRAWN)
            .contains(release.piece().state()));

    ReleaseRule TEXT_UNCHANGED =
            of("text-altered", "What is stored is not the text that was approved.", release -> release.storedHash()
                    .equals(release.revision().hash()));

    ReleaseRule PLANNED =
            of("not-planned", "It was never determined which reviews this text needs.", release -> release.plan()
                    .isPresent());

    ReleaseRule SCREENED =
            of("not-screened", "This text was never searched for patient data.", release -> release.verdict()
                    .isPresent());

    ReleaseRule FINDINGS_KNOWN = of(
            "findings-missing",
            "Screening found something, and what it found is not on record.",
            release -> release.verdict().equals(Optional.of(Verdict.CLEAR))
                    || !release.findings().isEmpty());

    ReleaseRule NOBODY_OBJECTS = of("stage-objects", "The last word of a review was no.", release -> release.standing()
            .objecting()
            .isEmpty());

    ReleaseRule APPROVALS_NOT_EXPIRED = of(
            ReleaseAnswer.EXPIRED,
            "An approval of exactly this text has expired; it has to be reviewed again.",
            release -> !release.onlyExpired());

    ReleaseRule EVERY_STAGE_APPROVED = of(
            "stage-not-approved",
            "A required review holds no approval of exactly this text that is in force.",
            release -> release.requiredStages().stream()
                    .allMatch(stage -> release.counting(stage).size() >= release.approvalsNeeded(stage)));

    ReleaseRule BY_DIFFERENT_PEOPLE = of("same-person", "One person approved this text at two stages.", release -> {
        var seen = new HashSet<String>();
        return release.requiredStages().stream()
                .flatMap(stage -> release.counting(stage).stream())
                .allMatch(each -> seen.add(each.person()));
    });

    ReleaseRule FINDINGS_ANSWERED =
            of("finding-unanswered", "A finding in this text is not answered.", release -> release.findings().stream()
                    .noneMatch(each -> Answers.by(each, release.authors()).isEmpty()));

    ReleaseRule BLOCK_OVERRIDDEN = of(
            "blocked",
            "Something in this text must not go out, and no two people of compliance have overridden that.",
            release -> {
                var overriding = release.counting(Stages.PRIVACY).stream()
                        .map(CastDecision::person)
                        .toList();
                var blocking = release.blocking();
                return (release.contested() || !isBlocked(release))
                        && blocking.stream()
                                .allMatch(each -> Answers.by(each, release.authors()).stream()
                                                .filter(overriding::contains)
                                                .count()
                                        >= WorkRequests.OVERRIDE_NEEDS);
            });

    List<ReleaseRule> ALL = List.of(
            CURRENT_REVISION,
            NOT_ENDED,
            TEXT_UNCHANGED,
            PLANNED,
            SCREENED,
            FINDINGS_KNOWN,
            NOBODY_OBJECTS,
            APPROVALS_NOT_EXPIRED,
            EVERY_STAGE_APPROVED,
            BY_DIFFERENT_PEOPLE,
            FINDINGS_ANSWERED,
            BLOCK_OVERRIDDEN);

    Optional<Objection> objection(ReleaseCase release);

    /** The first objection that any rule has. */
    static Optional<Objection> firstObjection(ReleaseCase release) {
        return ALL.stream().flatMap(rule -> rule.objection(release).stream()).findFirst();
    }

    private static boolean isBlocked(ReleaseCase release) {
        return release.verdict().equals(Optional.of(Verdict.BLOCK))
                || !release.blocking().isEmpty();
    }

    private static ReleaseRule of(String code, String sentence, Predicate<ReleaseCase> holds) {
        return release -> holds.test(release)
                ? Optional.empty()
                : Optional.of(new Objection(Refusal.Kind.CONFLICT, code, sentence));
    }
}
