package io.imprimatur.flow.internal.variables;

import static io.imprimatur.flow.ContentApproval.Variables.CONTENT_ID;
import static io.imprimatur.flow.ContentApproval.Variables.DECISION;
import static io.imprimatur.flow.ContentApproval.Variables.FURTHER_STAGES;
import static io.imprimatur.flow.ContentApproval.Variables.KIND;
import static io.imprimatur.flow.ContentApproval.Variables.PRIVACY_REVIEW_NEEDED;
import static io.imprimatur.flow.ContentApproval.Variables.PUBLISH_AT;
import static io.imprimatur.flow.ContentApproval.Variables.REASON;
import static io.imprimatur.flow.ContentApproval.Variables.REVISION;
import static io.imprimatur.flow.ContentApproval.Variables.STAGE;
import static io.imprimatur.flow.PublicationContract.Variables.ASSESS_BY;
import static io.imprimatur.flow.PublicationContract.Variables.PRIVACY_INCIDENT;
import static io.imprimatur.flow.PublicationContract.Variables.QUESTION;
import static io.imprimatur.flow.PublicationContract.Variables.SUBJECT_ID;

import io.imprimatur.flow.Answer;
import io.imprimatur.flow.Question;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.TaskDecision;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which variables there are, and what each may hold. Whatever is not listed here does not get into the engine. */
public final class VariableContract {
    /** Variables that exist only within the command that brings them. */
    public static final Set<String> PASSING = Set.of(DECISION, REASON, KIND);

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]{0,39}");
    private static final String STAGE_NAME = "[a-z][A-Za-z0-9_-]{0,39}";
    private static final Pattern ONE_STAGE = Pattern.compile(STAGE_NAME);
    private static final Pattern OUTCOME = Pattern.compile(STAGE_NAME + "Outcome");
    private static final String QUOTED_STAGE = "\"" + STAGE_NAME + "\"";
    private static final Pattern STAGES = Pattern.compile("\\[(" + QUOTED_STAGE + "(," + QUOTED_STAGE + "){0,19})?]");

    private final Map<String, Rule> rules;

    public VariableContract(int reasonMaxCharacters) {
        var count = new Rule("a whole number", value -> value instanceof Integer number && number >= 0);
        rules = Map.ofEntries(
                Map.entry(CONTENT_ID, text("a content id", UUID)),
                Map.entry(REVISION, new Rule("a number from 1", value -> value instanceof Integer n && n >= 1)),
                Map.entry(KIND, text("a kind of post", CONSTANT)),
                Map.entry(PRIVACY_REVIEW_NEEDED, new Rule("true or false", Boolean.class::isInstance)),
                Map.entry(FURTHER_STAGES, text("a list of stages", STAGES)),
                Map.entry(STAGE, text("a stage", ONE_STAGE)),
                Map.entry(PUBLISH_AT, new Rule("a point in time", VariableContract::isInstant)),
                Map.entry(SUBJECT_ID, text("an id", UUID)),
                Map.entry(QUESTION, oneOf(Question.values())),
                Map.entry(PRIVACY_INCIDENT, new Rule("true or false", Boolean.class::isInstance)),
                Map.entry(ASSESS_BY, new Rule("a point in time", VariableContract::isInstant)),
                Map.entry(DECISION, oneOf(TaskDecision.values(), Answer.values())),
                Map.entry(
                        REASON,
                        new Rule(
                                "a text of at most " + reasonMaxCharacters + " characters",
                                value -> value instanceof String text && text.length() <= reasonMaxCharacters)),
                Map.entry("nrOfInstances", count),
                Map.entry("nrOfActiveInstances", count),
                Map.entry("nrOfCompletedInstances", count),
                Map.entry("loopCounter", count));
    }

    /** Whether a variable of that name may exist. */
    public boolean knows(String name) {
        return ruleFor(name).isPresent();
    }

    /** A sentence why that variable cannot hold that value; empty if it can. Never quotes the value. */
    public Optional<String> violation(String name, @Nullable Object value) {
        var rule = ruleFor(name);
        if (rule.isEmpty()) {
            return Optional.of("The approval has no variable of this name; nothing was stored.");
        }
        return value == null || rule.get().holds().test(value)
                ? Optional.empty()
                : Optional.of("The variable " + name + " must be " + rule.get().wording() + ".");
    }

    private Optional<Rule> ruleFor(String name) {
        var rule = rules.get(name);
        if (rule == null && OUTCOME.matcher(name).matches()) {
            return Optional.of(oneOf(StageOutcome.values()));
        }
        return Optional.ofNullable(rule);
    }

    private static Rule text(String wording, Pattern pattern) {
        return new Rule(
                wording,
                value -> value instanceof String text && pattern.matcher(text).matches());
    }

    private static Rule oneOf(Enum<?>[]... values) {
        var names =
                Arrays.stream(values).flatMap(Arrays::stream).map(Enum::name).toList();
        return new Rule("one of " + String.join(", ", names), names::contains);
    }

    private static boolean isInstant(Object value) {
        if (!(value instanceof String text) || text.length() > 40) {
            return false;
        }
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private record Rule(String wording, Predicate<Object> holds) {}
}
