package io.imprimatur.mail.reading;

import io.imprimatur.flow.TaskDecision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The words that decide, and the words around them that leave a decision alone or take it back. */
public final class Vocabulary {

    private final Map<TaskDecision, PhraseSet> decisions = new EnumMap<>(TaskDecision.class);
    private final Phrases builtIn = Phrases.read("vocabulary.yaml");
    private final PhraseSet objects = PhraseSet.of(builtIn.list("objects"));
    private final PhraseSet greetings = PhraseSet.of(builtIn.list("greetings"));
    private final PhraseSet leads = PhraseSet.of(builtIn.list("leads"));
    private final PhraseSet courtesies = PhraseSet.of(builtIn.list("courtesies"));
    private final PhraseSet closings = PhraseSet.of(builtIn.list("closings"));
    private final PhraseSet because = PhraseSet.of(builtIn.list("because"));
    private final PhraseSet conditions = PhraseSet.of(builtIn.list("conditions"));
    private final PhraseSet provisos = PhraseSet.of(builtIn.list("provisos"));
    private final PhraseSet negations = PhraseSet.of(builtIn.list("negations"));
    private final PhraseSet disclaimers = PhraseSet.of(builtIn.list("disclaimers"));

    private Vocabulary(ReadingProperties properties) {
        decisions.put(TaskDecision.APPROVE, joined("approve", properties.approve()));
        decisions.put(TaskDecision.REQUEST_CHANGES, joined("request-changes", properties.requestChanges()));
        decisions.put(TaskDecision.REJECT, joined("reject", properties.reject()));
    }

    /** The built-in words (English, German, French, Spanish, Italian, Portuguese, Dutch) with those that the configuration adds. */
    public static Vocabulary of(ReadingProperties properties) {
        return new Vocabulary(properties);
    }

    private PhraseSet joined(String list, List<String> added) {
        return PhraseSet.of(
                Stream.concat(builtIn.list(list).stream(), added.stream()).toList());
    }

    PhraseSet deciding(TaskDecision decision) {
        PhraseSet phrases = decisions.get(decision);
        return phrases == null ? new PhraseSet(Set.of(), 0) : phrases;
    }

    PhraseSet objects() {
        return objects;
    }

    PhraseSet greetings() {
        return greetings;
    }

    PhraseSet leads() {
        return leads;
    }

    PhraseSet courtesies() {
        return courtesies;
    }

    PhraseSet closings() {
        return closings;
    }

    PhraseSet because() {
        return because;
    }

    PhraseSet conditions() {
        return conditions;
    }

    PhraseSet provisos() {
        return provisos;
    }

    PhraseSet negations() {
        return negations;
    }

    PhraseSet disclaimers() {
        return disclaimers;
    }
}
