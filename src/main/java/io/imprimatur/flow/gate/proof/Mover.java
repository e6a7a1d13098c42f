package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.gate.CheckTerms;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.flow.gate.proof.Token.Mode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves posts that run on one model to another: every state that the first can reach is carried over and explored on in the
 * second, as the engine's migration does it. A post keeps its variables and what is true of it.
 */
final class Mover {
    private final Machine from;
    private final Machine to;
    private final CheckTerms terms;
    private final Map<String, String> mapping;
    private final Map<String, Node> nodesOfTo = new HashMap<>();
    private final Map<String, Edge> edgesOfTo = new HashMap<>();
    private final Map<Node, Violation> notMapped = new LinkedHashMap<>();

    /** The instance has no place in the other model. */
    private static final class NoPlace extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Node node;

        NoPlace(Node node) {
            super(null, null, false, false);
            this.node = node;
        }
    }

    Mover(Machine from, Machine to, Map<String, String> mapping, CheckTerms terms) {
        this.from = from;
        this.to = to;
        this.mapping = mapping;
        this.terms = terms;
        to.nodes().forEach(node -> {
            nodesOfTo.put(node.id, node);
            node.outgoing.forEach(edge -> edgesOfTo.put(edge.id(), edge));
        });
    }

    List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        try {
            var deadline = new Deadline(terms.maxTime());
            var livenessOfTo = new Liveness(to, deadline);
            var liveness = new Liveness(from, readAfterMoving(livenessOfTo), deadline);
            for (var beginning : from.beginnings()) {
                var before = new Explorer(from, liveness, terms.maxStates(), deadline);
                before.explore(beginning);
                violations.addAll(check(before, livenessOfTo, deadline));
            }
        } catch (TooLarge tooLarge) {
            var process = to.process();
            violations.add(new Violation("too-large", process.file, process.id, tooLarge.sentence()));
        }
        violations.addAll(notMapped.values());
        return violations.stream().distinct().toList();
    }

    private List<Violation> check(Explorer before, Liveness liveness, Deadline deadline) throws TooLarge {
        var carried = new ArrayList<State>();
        var numbers = new ArrayList<Integer>();
        for (int number = 0; number < before.states().size(); number++) {
            var state = before.states().get(number);
            if (state.root() != null) {
                try {
                    carried.add(carry(state));
                    numbers.add(number);
                } catch (NoPlace noPlace) {
                    var steps = before.steps(before.origin(number));
                    notMapped.putIfAbsent(noPlace.node, notMapped(noPlace.node, steps));
                }
            }
        }
        var after = new Explorer(to, liveness, terms.maxStates(), deadline);
        after.exploreFrom(carried);
        var violations = new ArrayList<Violation>();
        after.offences().forEach((offence, origin) -> {
            var steps = new ArrayList<>(before.steps(before.origin(numbers.get(after.given(origin)))));
            steps.addAll(after.steps(origin));
            violations.add(Reports.violation(offence, steps));
        });
        if (after.isComplete()) {
            violations.addAll(Reports.ends(to, after));
        }
        return violations;
    }

    private static Violation notMapped(Node node, List<Step> steps) {
        return new Violation(
                Violation.NOT_MAPPED,
                node.file,
                node.id,
                "A post that waits at " + Sentences.quoted(node)
                        + " has no place in the other version. Name an element of the same kind for it.",
                Reports.path(steps, node));
    }

    private Optional<Node> target(Node node) {
        if (node == from.process()) {
            return Optional.of(to.process());
        }
        return Optional.ofNullable(nodesOfTo.get(mapping.getOrDefault(node.id, node.id)));
    }

    private Map<Node, BitSet> readAfterMoving(Liveness liveness) {
        var read = new HashMap<Node, BitSet>();
        for (var node : from.nodes()) {
            target(node).ifPresent(target -> read.put(node, translated(liveness.live(target))));
        }
        return read;
    }

    /** Places of the second model as those of the first; what the first does not know cannot be set. */
    private BitSet translated(BitSet places) {
        var translated = new BitSet();
        for (var name : to.layout().variables()) {
            if (places.get(to.layout().variable(name)) && from.layout().variable(name) >= 0) {
                translated.set(from.layout().variable(name));
            }
        }
        var facts = to.layout().variableCount();
        for (int fact = 0; fact < to.layout().truthCount(); fact++) {
            if (places.get(facts + fact) && factOfFrom(fact) >= 0) {
                translated.set(from.layout().variableCount() + factOfFrom(fact));
            }
        }
        return translated;
    }

    private int factOfFrom(int factOfTo) {
        for (var stage : to.layout().stages()) {
            if (to.layout().standing(stage) == factOfTo) {
                return from.layout().stages().contains(stage) ? from.layout().standing(stage) : -1;
            }
        }
        return factOfTo;
    }

    private State carry(State state) throws NoPlace {
        var truth = new int[to.layout().truthCount()];
        for (int fact = 0; fact < truth.length; fact++) {
            if (factOfFrom(fact) >= 0) {
                truth[fact] = state.truth()[factOfFrom(fact)];
            }
        }
        if (state.root() == null) {
            return new State(null, truth);
        }
        var root = new Cell(to.process(), null, Mode.ACTIVE, null);
        root.variables = variables(state.root().variables());
        for (var inner : state.root().within()) {
            carry(inner, root);
        }
        return new State(root.freeze(), truth);
    }

    private int[] variables(int @org.jspecify.annotations.Nullable [] held) {
        var variables = new int[to.layout().variableCount()];
        for (var name : to.layout().variables()) {
            var place = from.layout().variable(name);
            if (held != null && place >= 0) {
                variables[to.layout().variable(name)] = held[place];
            }
        }
        return variables;
    }

    private void carry(Token token, Cell parent) throws NoPlace {
        if (token.mode() == Mode.FLOW) {
            var edge = from.graph().edges().get(token.place());
            var way = edgesOfTo.get(mapping.getOrDefault(edge.id(), edge.id()));
            if (way == null) {
                throw new NoPlace(edge.target());
            }
            new Cell(way.target(), way, Mode.FLOW, placeIn(parent, way.target(), edge.target()));
            return;
        }
        var node = from.graph().nodes().get(token.place());
        var target = target(node).filter(candidate -> fits(node, candidate, token.mode()));
        if (target.isEmpty()) {
            throw new NoPlace(node);
        }
        var place =
                node.kind == Kind.PROCESS || token.mode() == Mode.INNER ? parent : placeIn(parent, target.get(), node);
        var cell = new Cell(target.get(), null, token.mode(), place);
        cell.data = token.data();
        cell.variables = token.variables() == null ? null : variables(token.variables());
        for (var inner : token.within()) {
            carry(inner, cell);
        }
    }

    private static boolean fits(Node node, Node target, Mode mode) {
        var sameKind = node.kind == target.kind || node.kind.isUserTask() && target.kind.isUserTask();
        var sameLoop =
                switch (mode) {
                    case LOOP, INNER ->
                        node.loop != null
                                && target.loop != null
                                && node.loop.sequential() == target.loop.sequential()
                                && node.loop.isPerFurtherStage() == target.loop.isPerFurtherStage();
                    case ACTIVE -> target.loop == null || node.kind == Kind.PROCESS;
                    default -> true;
                };
        return sameKind && sameLoop && (mode != Mode.BEFORE || target.asyncBefore);
    }

    /** The instance of the element's scope, begun anew where the other model puts a subprocess around it. */
    private static Cell placeIn(Cell parent, Node target, Node moved) throws NoPlace {
        var scope = target.scope;
        if (scope == null) {
            throw new NoPlace(moved);
        }
        if (scope == parent.node) {
            return parent;
        }
        if (scope.kind != Kind.SUBPROCESS || scope.loop != null) {
            throw new NoPlace(moved);
        }
        var around = placeIn(parent, scope, moved);
        return around.within.stream()
                .filter(cell -> cell.node == scope)
                .findFirst()
                .orElseGet(() -> new Cell(scope, null, Mode.ACTIVE, around));
    }
}
