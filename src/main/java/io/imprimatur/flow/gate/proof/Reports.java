package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.gate.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Turns what an explorer found into violations. */
final class Reports {
    static Violation violation(Offence offence, List<Step> steps) {
        var history = steps.stream().flatMap(step -> step.happenings().stream()).toList();
        return new Violation(
                offence.rule(),
                offence.node().file,
                offence.node().id,
                Sentences.of(offence, history),
                path(steps, offence.node()));
    }

    /** Where a flow waits for ever, or goes on for ever. */
    static List<Violation> ends(Machine machine, Explorer explorer) {
        var found = new ArrayList<Violation>();
        var seen = new HashSet<Node>();
        for (var number : explorer.deadEnds()) {
            var state = explorer.states().get(number);
            var node = waitingNode(machine, state);
            if (seen.add(node)) {
                var rejected = machine.facts(state.truth()).is(Layout.REJECTED);
                found.add(new Violation(
                        "dead-end",
                        node.file,
                        node.id,
                        Sentences.deadEnd(node, rejected),
                        path(explorer.steps(explorer.origin(number)), node)));
            }
        }
        var endless = explorer.firstWithoutEnd();
        if (endless >= 0) {
            var node = waitingNode(machine, explorer.states().get(endless));
            found.add(new Violation(
                    "no-end",
                    node.file,
                    node.id,
                    "From " + Sentences.quoted(node) + " no end of the flow can be reached any more.",
                    path(explorer.steps(explorer.origin(endless)), node)));
        }
        return found;
    }

    /** A join that waits, or else the first thing that does. */
    private static Node waitingNode(Machine machine, State state) {
        var waiting = waiting(machine, state).toList();
        return waiting.stream()
                .filter(node -> node.kind == Kind.PARALLEL)
                .findFirst()
                .orElseGet(() -> waiting.isEmpty() ? machine.process() : waiting.get(0));
    }

    static Stream<Node> waiting(Machine machine, State state) {
        return state.root() == null ? Stream.empty() : waiting(machine, state.root());
    }

    private static Stream<Node> waiting(Machine machine, Token token) {
        if (!token.within().isEmpty()) {
            return token.within().stream().flatMap(inner -> waiting(machine, inner));
        }
        return Stream.of(
                token.mode() == Token.Mode.FLOW
                        ? machine.graph().edges().get(token.place()).target()
                        : machine.graph().nodes().get(token.place()));
    }

    /** Ends with the offending element itself, even where the token went there in an earlier step. */
    static List<String> path(List<Step> steps, Node last) {
        var path = new ArrayList<String>();
        steps.forEach(step -> path.addAll(step.ids()));
        var end = path.lastIndexOf(last.id);
        if (end < 0) {
            path.add(last.id);
            return path;
        }
        return path.subList(0, end + 1);
    }

    private Reports() {}
}
