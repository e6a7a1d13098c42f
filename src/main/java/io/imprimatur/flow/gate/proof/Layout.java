package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.PublicationContract;
import io.imprimatur.flow.Question;
import io.imprimatur.flow.StageOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where each variable of the engine, and each fact about a post, has its place among the numbers of a state. A place holds 0
 * for what is not set or not so.
 */
final class Layout {
    static final int SCREENING = 0;
    static final int REJECTED = 1;
    static final int GOES_OUT = 2;
    static final int TAKEN_DOWN = 3;
    /** Whether the policy adds stages to this text. */
    static final int FURTHER_NEEDED = 4;

    private static final int FIRST_STAGE = 5;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int NONE = 1;
    private static final int SOME = 2;
    private static final int LATER = 1;
    private static final int AT_ONCE = 2;
    private static final Set<String> NEVER_KNOWN = Set.of(
            Variables.CONTENT_ID,
            Variables.REVISION,
            Variables.STAGE,
            PublicationContract.Variables.SUBJECT_ID,
            PublicationContract.Variables.ASSESS_BY);

    private final List<String> stages;
    private final Map<String, Integer> stageIndex = new HashMap<>();
    private final Map<String, Integer> variableIndex = new HashMap<>();

    Layout(Collection<String> named) {
        var all = new TreeSet<>(named);
        all.add(Stages.PRIVACY);
        all.add(Stages.FURTHER);
        stages = List.copyOf(all);
        var variables = new ArrayList<String>();
        stages.forEach(stage -> {
            stageIndex.put(stage, stageIndex.size());
            variables.add(Variables.outcomeOf(stage));
        });
        variables.addAll(List.of(
                Variables.PRIVACY_REVIEW_NEEDED,
                Variables.FURTHER_STAGES,
                Variables.PUBLISH_AT,
                PublicationContract.Variables.QUESTION,
                PublicationContract.Variables.PRIVACY_INCIDENT));
        variables.forEach(name -> variableIndex.put(name, variableIndex.size()));
    }

    List<String> stages() {
        return stages;
    }

    Set<String> variables() {
        return variableIndex.keySet();
    }

    int variableCount() {
        return variableIndex.size();
    }

    int truthCount() {
        return FIRST_STAGE + stages.size();
    }

    /** Place of a variable; -1 for one that is never set or never known. */
    int variable(String name) {
        return variableIndex.getOrDefault(name, -1);
    }

    int outcome(String stage) {
        return variable(Variables.outcomeOf(stage));
    }

    /** Place of a stage's standing among the facts. */
    int standing(String stage) {
        return FIRST_STAGE + stageIndex.getOrDefault(stage, 0);
    }

    static int approvals(int standing) {
        return standing >> 1;
    }

    static boolean objects(int standing) {
        return (standing & 1) == 1;
    }

    static int standing(int approvals, boolean objects) {
        return approvals << 1 | (objects ? 1 : 0);
    }

    static int of(StageOutcome outcome) {
        return outcome.ordinal() + 1;
    }

    static int of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static int ofStages(boolean some) {
        return some ? SOME : NONE;
    }

    /** A time that was said not to be is something else than one of which nothing was said: a called flow gives it back. */
    static int ofTime(boolean later) {
        return later ? LATER : AT_ONCE;
    }

    static int of(Question question) {
        return question.ordinal() + 1;
    }

    /** The value as the engine's expressions see it. */
    @Nullable
    Object value(String name, int[] variables) {
        var place = variable(name);
        if (place < 0) {
            return NEVER_KNOWN.contains(name) ? Expression.ANYTHING : null;
        }
        var held = variables[place];
        if (held == 0) {
            return null;
        }
        return switch (name) {
            case Variables.PRIVACY_REVIEW_NEEDED, PublicationContract.Variables.PRIVACY_INCIDENT -> held == TRUE;
            case Variables.FURTHER_STAGES -> held == NONE ? "[]" : "[\"\"]";
            case Variables.PUBLISH_AT -> held == LATER ? Expression.SOME_TEXT : null;
            case PublicationContract.Variables.QUESTION -> Question.values()[held - 1].name();
            default -> StageOutcome.values()[held - 1].name();
        };
    }

    boolean hasFurtherStages(int[] variables) {
        return variables[variable(Variables.FURTHER_STAGES)] == SOME;
    }
}
