package io.imprimatur.review.internal;

import io.imprimatur.flow.StageGroups;
import io.imprimatur.platform.Refusal;
import java.util.List;
import java.util.Optional;

/** Four eyes: each rule says why that person may not work on that review task, or nothing. */
@FunctionalInterface
interface WorkRule {
    WorkRule IN_THE_STAGES_GROUP = request -> request.person()
                    .filter(person -> person.isIn(StageGroups.of(request.stage())))
                    .isPresent()
            ? Optional.empty()
            : forbidden("not-in-group", "Only members of the group that reviews this stage may work on this task.");

    WorkRule NOT_ITS_AUTHOR = request -> request.authors().contains(request.personId())
            ? forbidden("own-draft", "You wrote this post, so somebody else must review it.")
            : Optional.empty();

    WorkRule ITS_CURRENT_REVISION =
            request -> request.task().revision() == request.piece().revision()
                    ? Optional.empty()
                    : Optional.of(new Objection(
                            Refusal.Kind.CONFLICT,
                            "old-revision",
                            "The author has changed the post since; this task is about an older text."));

    WorkRule ONE_STAGE_A_PERSON = request -> request.cast().stream()
                    .anyMatch(each -> each.approves()
                            && each.person().equals(request.personId())
                            && !each.stage().equals(request.stage()))
            ? forbidden(
                    "approved-another-stage",
                    "You have approved this text at another stage, so somebody else must review it here.")
            : Optional.empty();

    WorkRule ANOTHER_PERSON_IF_MORE_ARE_NEEDED = request -> {
        var approvers = request.standing().approversOf(request.stage());
        return approvers.contains(request.personId()) && approvers.size() < request.approvalsNeeded()
                ? forbidden("second-person-needed", "You have approved this text already; now another person must.")
                : Optional.empty();
    };

    List<WorkRule> ALL = List.of(
            IN_THE_STAGES_GROUP,
            NOT_ITS_AUTHOR,
            ITS_CURRENT_REVISION,
            ONE_STAGE_A_PERSON,
            ANOTHER_PERSON_IF_MORE_ARE_NEEDED);

    Optional<Objection> objection(WorkRequest request);

    /** The first objection that any rule has. */
    static Optional<Objection> firstObjection(WorkRequest request) {
        return ALL.stream().flatMap(rule -> rule.objection(request).stream()).findFirst();
    }

    private static Optional<Objection> forbidden(String code, String sentence) {
        return Optional.of(new Objection(Refusal.Kind.FORBIDDEN, code, sentence));
    }
}
