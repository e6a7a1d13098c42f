package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.gate.Move;
import io.imprimatur.flow.gate.Walk;
import io.imprimatur.flow.gate.proof.Event.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through a flow by somebody's choices. Jobs that leave no choice run by themselves. */
final class Walker {
    private static final int MOST_JOBS_IN_A_ROW = 1000;

    private final Machine machine;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable State state;

    Walker(Machine machine) {
        this.machine = machine;
    }

    /** A move with what it does. */
    private record Option(Move move, @Nullable Event event, List<Integer> choices) {}

    /** @param choices ids of moves; one that is not possible ends the walk where it is */
    Walk walk(List<String> choices) {
        if (machine.beginnings().size() == 1) {
            take(machine.start(machine.beginnings().get(0), new Choices()));
        }
        for (var choice : choices) {
            var option = Optional.ofNullable(options().get(choice));
            if (option.isEmpty() || isOver()) {
                break;
            }
            take(option.get());
        }
        return walk();
    }

    private Walk walk() {
        var passed = steps.stream().flatMap(step -> step.ids().stream()).toList();
        var last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        var violation = last == null || last.offences().isEmpty()
                ? null
                : Reports.violation(last.offences().get(0), steps);
        var tokens = state == null
                ? List.<String>of()
                : Reports.waiting(machine, state).map(Node::toString).toList();
        var moves = options().values().stream().map(Option::move).toList();
        return new Walk(
                tokens,
                passed,
                state == null ? List.of() : machine.sentences(state),
                isOver() ? List.of() : moves,
                state != null && state.root() == null,
                violation);
    }

    private boolean isOver() {
        return !steps.isEmpty() && !steps.get(steps.size() - 1).offences().isEmpty();
    }

    private void take(Option option) {
        if (option.event() == null) {
            take(machine.start(machine.beginnings().get(option.choices().get(0)), new Choices()));
        } else if (state != null) {
            take(machine.perform(state, option.event(), new Choices(option.choices())));
        }
    }

    private void take(Step step) {
        steps.add(step);
        state = step.state() == null ? state : step.state();
        for (int i = 0; i < MOST_JOBS_IN_A_ROW && !isOver(); i++) {
            var job = Jobs.next(machine, state);
            if (job.isEmpty()) {
                return;
            }
            steps.add(job.get());
            state = job.get().state() == null ? state : job.get().state();
        }
    }

    private Map<String, Option> options() {
        var options = new LinkedHashMap<String, Option>();
        if (steps.isEmpty()) {
            beginnings(options);
        } else if (state != null && !isOver()) {
            for (var event : machine.events(state)) {
                var choices = new Choices();
                do {
                    machine.perform(state, event, choices);
                    add(options, event, choices);
                } while (choices.next());
            }
        }
        return options;
    }

    private void beginnings(Map<String, Option> options) {
        var start = machine.process().start;
        var element = start == null ? machine.process().id : start.id;
        for (int i = 0; i < machine.beginnings().size(); i++) {
            var label = machine.beginningLabel(i);
            var id = "BEGIN@" + element + ":" + label;
            options.put(id, new Option(new Move(id, label, element), null, List.of(i)));
        }
    }

    private static void add(Map<String, Option> options, Event event, Choices choices) {
        var answers = String.join(", ", choices.labels());
        var id = event.action() + "@" + event.node().id + (answers.isEmpty() ? "" : ":" + answers);
        for (int i = 2; options.containsKey(id); i++) {
            id = event.action() + "@" + event.node().id + ":" + answers + "#" + i;
        }
        var words = event.action() == Action.GO_ON
                ? answers
                : event.action().words + (answers.isEmpty() ? "" : ", " + answers);
        var label = event.node().label() + (words.isEmpty() ? "" : ": " + words);
        options.put(id, new Option(new Move(id, label, event.node().id), event, choices.taken()));
    }
}
