package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.gate.proof.Happening.Type;
import java.util.List;
import java.util.Locale;

/** Says what is wrong, so that a manager understands it. */
final class Sentences {
    static String title(String stage) {
        return stage.isEmpty() ? stage : stage.substring(0, 1).toUpperCase(Locale.ROOT) + stage.substring(1);
    }

    static String quoted(Node node) {
        return "\"" + node.label() + "\"";
    }

    /** @param history all that happened to the post on the way, the offending step included */
    static String of(Offence offence, List<Happening> history) {
        var place = quoted(offence.node());
        var stage = offence.detail();
        return switch (offence.rule()) {
            case "not-approved" -> place + " can be reached without " + missing(stage, history) + ".";
            case "objected" -> place + " can be reached although stage " + stage + " asked for changes to this text.";
            case "rejected" ->
                place + " can be reached after " + whoRejected(history) + ". A rejection is final: end the flow there.";
            case "not-screened" -> place + " can be reached with a text that " + notScreened(history) + ".";
            case "duplicate-publish" ->
                place + " can run twice for one text. Let one way only lead there, once: join branches before it.";
            case "not-taken-down" ->
                "The withdrawal can end at " + place + " although the post was not taken down everywhere.";
            case "stuck" ->
                "No way leads on from " + place + last(history)
                        + ": no condition holds. Add a way for this case, or a default flow.";
            case "condition" -> "A condition at " + place + " cannot be evaluated" + last(history) + ". " + stage;
            case "uncaught-error" ->
                "Nothing catches the error \"" + stage + "\" of " + place
                        + ". Put an error event on it or on a subprocess around it.";
            case "too-many-tokens" ->
                place + " can be reached again and again side by side, without end. Join the ways before it, or let the"
                        + " event that leads there interrupt.";
            case "endless" -> "The flow can go round and round at " + place + " without ever waiting for anybody.";
            default -> place + " breaks the rule " + offence.rule() + ".";
        };
    }

    static String deadEnd(Node node, boolean rejected) {
        return switch (node.kind) {
            case DRAFT ->
                "A rejected post can come back to its author at " + quoted(node)
                        + ", where it can never be handed in again. A rejection is final: end the flow there.";
            case PARALLEL -> quoted(node) + " can wait for ever for a branch that does not come.";
            default ->
                "The flow can wait at " + quoted(node) + " for ever: nothing that it waits for happens"
                        + (rejected ? " after a rejection." : " any more.");
        };
    }

    private static String missing(String stage, List<Happening> history) {
        var since = sinceForgotten(history);
        var last = since.stream()
                .filter(each -> each.stage().equals(stage))
                .reduce((first, second) -> second)
                .map(Happening::outcome);
        var approval = stage.equals(Stages.FURTHER)
                ? "an approval of each review that the release policy adds"
                : "an approval of stage " + stage;
        if (last.isPresent()) {
            return approval
                    + switch (last.get()) {
                        case CHANGES_REQUESTED -> ", although it asked for changes";
                        case REJECTED -> ", although it rejected the post";
                        case MORE_NEEDED -> " by as many people as it needs";
                        case APPROVED -> " that counts for this text";
                    };
        }
        var hadApproved = history.stream()
                .limit(history.size() - since.size())
                .anyMatch(each -> each.stage().equals(stage) && each.outcome() == StageOutcome.APPROVED);
        if (hadApproved) {
            return approval + " " + why(history.get(history.size() - since.size() - 1));
        }
        return stage.equals(Stages.PRIVACY) ? approval + ", although screening asks for it" : approval;
    }

    private static String why(Happening forgotten) {
        return switch (forgotten.type()) {
            case RELEASE_REFUSED -> "after its release was refused";
            case APPROVAL_EXPIRED -> "after an approval expired";
            default -> "after the author changed the text";
        };
    }

    /** What happened to the text as it is now, before the offending step. */
    private static List<Happening> sinceForgotten(List<Happening> history) {
        for (int i = history.size(); i > 0; i--) {
            if (forgets(history.get(i - 1))) {
                return history.subList(i, history.size());
            }
        }
        return history;
    }

    private static boolean forgets(Happening happening) {
        return happening.type() == Type.TEXT_CHANGED
                || happening.type() == Type.RELEASE_REFUSED
                || happening.type() == Type.APPROVAL_EXPIRED;
    }

    private static String whoRejected(List<Happening> history) {
        return history.stream()
                .filter(each -> each.outcome() == StageOutcome.REJECTED)
                .findFirst()
                .map(each -> "stage " + each.stage() + " rejected the post")
                .orElse("the post was rejected");
    }

    private static String notScreened(List<Happening> history) {
        var since = sinceForgotten(history);
        if (since.stream().anyMatch(each -> each.screening() == Screening.BLOCKED)) {
            return "screening sent back to its author";
        }
        var wasScreened = history.stream().anyMatch(each -> each.type() == Type.SCREENED);
        return wasScreened && since.size() < history.size()
                ? "was not screened " + why(history.get(history.size() - since.size() - 1))
                : "was not screened";
    }

    private static String last(List<Happening> history) {
        if (history.isEmpty()) {
            return "";
        }
        var last = history.get(history.size() - 1);
        return switch (last.type()) {
            case DECIDED -> " after stage " + last.stage() + decided(last.outcome());
            case SCREENED -> " after screening";
            case TEXT_CHANGED -> " after the text was handed in";
            case RELEASE_REFUSED -> " after the release was refused";
            case APPROVAL_EXPIRED -> " after an approval expired";
            case WENT_OUT -> " after the post went out";
        };
    }

    private static String decided(@org.jspecify.annotations.Nullable StageOutcome outcome) {
        if (outcome == null) {
            return " decided";
        }
        return switch (outcome) {
            case APPROVED -> " approved";
            case MORE_NEEDED -> " approved and needs another person";
            case CHANGES_REQUESTED -> " asked for changes";
            case REJECTED -> " rejected the post";
        };
    }

    private Sentences() {}
}
