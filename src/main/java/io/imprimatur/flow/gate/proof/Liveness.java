package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.gate.proof.Token.Mode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what nothing reads any more: an outcome that will be written before it is read tells two states apart only in
 * name. Which numbers may still be read is found backwards along the flows, as compilers do for variables.
 */
final class Liveness {
    private final Machine machine;
    private final Layout layout;
    private final int variables;
    private final Map<Node, BitSet> live = new HashMap<>();
    private final Map<Node, List<Node>> callers = new HashMap<>();
    private final Map<Node, List<Node>> interrupting = new HashMap<>();
    private final Map<Node, BitSet> atEnd = new HashMap<>();
    private final Map<Node, BitSet> readElsewhere;

    Liveness(Machine machine, Deadline deadline) throws TooLarge {
        this(machine, Map.of(), deadline);
    }

    /** @param readElsewhere what may be read of a post that leaves the model at a node, by the places of this layout */
    Liveness(Machine machine, Map<Node, BitSet> readElsewhere, Deadline deadline) throws TooLarge {
        this.machine = machine;
        this.layout = machine.layout();
        this.variables = layout.variableCount();
        this.readElsewhere = readElsewhere;
        for (var node : machine.nodes()) {
            live.put(node, new BitSet());
            if (node.called != null) {
                callers.computeIfAbsent(node.called, called -> new ArrayList<>())
                        .add(node);
            }
        }
        var backwards = new ArrayList<>(machine.nodes());
        Collections.reverse(backwards);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var node : backwards) {
                deadline.check();
                var before = before(node);
                var known = live(node);
                var size = known.cardinality();
                known.or(before);
                changed |= known.cardinality() != size;
                if (node.kind == Kind.PROCESS || node.kind == Kind.SUBPROCESS) {
                    changed |= learnEnd(node);
                }
            }
        }
    }

    /** What may still be read of a post at that node: variables first, then facts. */
    BitSet live(Node node) {
        return live.getOrDefault(node, new BitSet());
    }

    private BitSet before(Node node) {
        var set = after(node);
        if (node.loop != null) {
            set.or(live(node));
            if (node.loop.until() != null) {
                read(node.loop.until(), set);
            }
        }
        written(node).forEach(set::clear);
        read(node, set);
        if (node.kind == Kind.SUBPROCESS || node.kind == Kind.PROCESS) {
            set.or(node.start == null ? new BitSet() : live(node.start));
        }
        if (node.called != null) {
            set.or(live(node.called));
        }
        node.boundaries.forEach(boundary -> set.or(live(boundary)));
        if (node.scope != null) {
            around(node.scope).forEach(event -> set.or(live(event)));
        }
        set.or(readElsewhere.getOrDefault(node, new BitSet()));
        return set;
    }

    /** The events that may interrupt the scopes around what stands in a scope; found once a scope. */
    private List<Node> around(Node scope) {
        var known = interrupting.get(scope);
        if (known != null) {
            return known;
        }
        var events = new LinkedHashSet<Node>();
        var seen = new HashSet<>(List.of(scope));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            var at = open.pop();
            events.addAll(at.boundaries);
            var outer = at.scope == null ? callers.getOrDefault(at, List.of()) : List.of(at.scope);
            outer.stream().filter(seen::add).forEach(open::push);
        }
        var found = List.copyOf(events);
        interrupting.put(scope, found);
        return found;
    }

    private BitSet after(Node node) {
        var set = new BitSet();
        for (var edge : node.outgoing) {
            if (edge.condition() != null) {
                read(edge.condition(), set);
            }
            set.or(live(edge.target()));
        }
        if (node.outgoing.isEmpty() || node.kind == Kind.TERMINATE) {
            endOf(node.scope, set);
        }
        return set;
    }

    private void endOf(@Nullable Node scope, BitSet set) {
        if (scope != null) {
            set.or(atEnd.getOrDefault(scope, new BitSet()));
        }
    }

    /** What may be read once a scope ends; known better with each round. */
    private boolean learnEnd(Node scope) {
        var set = atEnd.computeIfAbsent(scope, any -> new BitSet());
        var size = set.cardinality();
        if (scope.kind == Kind.PROCESS) {
            set.set(variables + Layout.TAKEN_DOWN);
            callers.getOrDefault(scope, List.of()).forEach(call -> ended(call, set));
        } else {
            ended(scope, set);
        }
        return set.cardinality() != size;
    }

    private void ended(Node activity, BitSet set) {
        set.or(after(activity));
        if (activity.loop != null) {
            set.or(live(activity));
            if (activity.loop.until() != null) {
                read(activity.loop.until(), set);
            }
        }
    }

    private void read(Expression expression, BitSet set) {
        expression.variables(name -> {
            if (layout.variable(name) >= 0) {
                set.set(layout.variable(name));
            }
        });
    }

    private void read(Node node, BitSet set) {
        switch (node.kind) {
            case PUBLISH -> set.set(variables, variables + layout.truthCount());
            case REVIEW -> {
                // whether an approval is enough depends on those before it
                set.set(variables + Layout.SCREENING);
                set.set(variables + layout.standing(node.detail));
            }
            case DRAFT -> set.set(variables + Layout.REJECTED);
            case BOUNDARY, MESSAGE, EVENT_GATEWAY -> set.set(variables + Layout.REJECTED);
            default -> {
                // reads nothing
            }
        }
        if (node.loop != null && node.loop.isPerFurtherStage()) {
            set.set(layout.variable(Variables.FURTHER_STAGES));
        }
    }

    /** What is certainly written before a token goes on from there. */
    private List<Integer> written(Node node) {
        var places = new ArrayList<Integer>();
        switch (node.kind) {
            case REVIEW -> {
                if (node.loop == null) {
                    places.add(layout.outcome(node.detail));
                }
            }
            case SCREEN -> {
                places.add(layout.variable(Variables.PRIVACY_REVIEW_NEEDED));
                places.add(layout.variable(Variables.FURTHER_STAGES));
                places.add(layout.variable(Variables.PUBLISH_AT));
                places.add(layout.outcome(Stages.FURTHER));
                places.add(variables + Layout.SCREENING);
                places.add(variables + Layout.FURTHER_NEEDED);
            }
            case DRAFT -> {
                if (node.loop == null) {
                    forgotten(places);
                }
            }
            case BOUNDARY -> {
                if (node.trigger != null && node.trigger.code().equals(Purpose.APPROVAL.message)) {
                    forgotten(places);
                }
            }
            default -> {
                // writes nothing
            }
        }
        return places;
    }

    private void forgotten(List<Integer> places) {
        for (int fact = 0; fact < layout.truthCount(); fact++) {
            if (fact != Layout.REJECTED && fact != Layout.TAKEN_DOWN) {
                places.add(variables + fact);
            }
        }
    }

    /** The same state without what nothing reads any more. */
    State reduced(State state) {
        if (state.root() == null) {
            return new State(null, new int[state.truth().length]);
        }
        var facts = new BitSet();
        var root = reduced(state.root(), new BitSet(), facts);
        var truth = state.truth().clone();
        for (int i = 0; i < truth.length; i++) {
            if (!facts.get(variables + i)) {
                truth[i] = 0;
            }
        }
        return new State(root, truth);
    }

    /** @param read of the process instance around, and of the facts: what the tokens in it may read is added */
    private Token reduced(Token token, BitSet read, BitSet facts) {
        var node = token.mode() == Mode.FLOW
                ? machine.graph().edges().get(token.place()).target()
                : machine.graph().nodes().get(token.place());
        var own = token.variables() == null ? read : new BitSet();
        // what is within stands for the activity around it, save that a call has variables of its own
        if (token.within().isEmpty() || node.kind == Kind.CALL) {
            own.or(live(node));
            facts.or(live(node));
        }
        var within = token.within().isEmpty() ? token.within() : new ArrayList<Token>();
        for (var inner : token.within()) {
            within.add(reduced(inner, own, facts));
        }
        var held = token.variables();
        if (held == null) {
            return token.within().isEmpty()
                    ? token
                    : Token.of(token.place(), token.mode(), token.data(), token.fired(), null, within);
        }
        var kept = new int[held.length];
        for (int i = 0; i < held.length; i++) {
            kept[i] = own.get(i) ? held[i] : 0;
        }
        return Token.of(token.place(), token.mode(), token.data(), token.fired(), kept, within);
    }
}
