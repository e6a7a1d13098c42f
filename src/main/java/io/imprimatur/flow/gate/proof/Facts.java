package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.TaskDecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is true of a post, whatever the engine's variables say: the rules of review at run time, in numbers. */
final class Facts {
    /** Who overrides screening does not do so alone. */
    private static final int OVERRIDE_NEEDS = 2;

    private final Layout layout;
    private final Map<String, Integer> approvalsNeeded;
    private final Set<String> required;
    private final int[] truth;

    Facts(Layout layout, Map<String, Integer> approvalsNeeded, Set<String> required, int[] truth) {
        this.layout = layout;
        this.approvalsNeeded = approvalsNeeded;
        this.required = required;
        this.truth = truth;
    }

    Screening screening() {
        return Screening.values()[truth[Layout.SCREENING]];
    }

    void screened(Screening screening, boolean furtherStages) {
        truth[Layout.SCREENING] = screening.ordinal();
        truth[Layout.FURTHER_NEEDED] = furtherStages ? 1 : 0;
    }

    boolean is(int fact) {
        return truth[fact] == 1;
    }

    void set(int fact, boolean so) {
        truth[fact] = so ? 1 : 0;
    }

    /** Another text: nothing that was said of the old one counts. A rejection and a withdrawal are of the piece. */
    void forget() {
        for (int i = 0; i < truth.length; i++) {
            if (i != Layout.REJECTED && i != Layout.TAKEN_DOWN) {
                truth[i] = 0;
            }
        }
    }

    boolean isForgotten() {
        return Arrays.stream(truth).sum() == truth[Layout.REJECTED] + truth[Layout.TAKEN_DOWN];
    }

    boolean mayApprove() {
        return truth[Layout.SCREENING] >= Screening.CLEAR.ordinal();
    }

    StageOutcome decide(String stage, TaskDecision decision) {
        var place = layout.standing(stage);
        if (decision == TaskDecision.APPROVE) {
            var most = stage.equals(Stages.PRIVACY) ? Math.max(OVERRIDE_NEEDS, named(stage)) : named(stage);
            var approvals = Math.min(most, Layout.approvals(truth[place]) + 1);
            truth[place] = Layout.standing(approvals, false);
            return approvals >= needed(stage) ? StageOutcome.APPROVED : StageOutcome.MORE_NEEDED;
        }
        truth[place] = Layout.standing(0, true);
        return refusal(decision);
    }

    /** One of the stages that the policy adds: how they stand together is only known once each has decided. */
    StageOutcome decideFurther(TaskDecision decision) {
        if (decision == TaskDecision.APPROVE) {
            return StageOutcome.APPROVED;
        }
        truth[layout.standing(Stages.FURTHER)] = Layout.standing(0, true);
        return refusal(decision);
    }

    void everyFurtherStageDecided(boolean allApproved) {
        truth[layout.standing(Stages.FURTHER)] = Layout.standing(allApproved ? 1 : 0, !allApproved);
    }

    private StageOutcome refusal(TaskDecision decision) {
        if (decision == TaskDecision.REJECT) {
            set(Layout.REJECTED, true);
            return StageOutcome.REJECTED;
        }
        return StageOutcome.CHANGES_REQUESTED;
    }

    int approvals(String stage) {
        return Layout.approvals(truth[layout.standing(stage)]);
    }

    boolean objects(String stage) {
        return Layout.objects(truth[layout.standing(stage)]);
    }

    int needed(String stage) {
        return stage.equals(Stages.PRIVACY) && screening() == Screening.TO_OVERRIDE
                ? Math.max(OVERRIDE_NEEDS, named(stage))
                : named(stage);
    }

    private int named(String stage) {
        return approvalsNeeded.getOrDefault(stage, 1);
    }

    /** Stages that this text needs and that have not approved it, in order of their names. */
    List<String> missing() {
        var stages = new TreeSet<>(required);
        if (screening() == Screening.TO_ANSWER || screening() == Screening.TO_OVERRIDE) {
            stages.add(Stages.PRIVACY);
        }
        if (is(Layout.FURTHER_NEEDED)) {
            stages.add(Stages.FURTHER);
        }
        return stages.stream().filter(stage -> approvals(stage) < needed(stage)).toList();
    }

    List<String> objecting() {
        var objecting = new ArrayList<String>();
        for (var stage : layout.stages()) {
            if (objects(stage)) {
                objecting.add(stage);
            }
        }
        return objecting;
    }
}
