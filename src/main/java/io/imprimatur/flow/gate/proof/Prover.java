package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.ContentApproval;
import io.imprimatur.flow.PublicationContract;
import io.imprimatur.flow.PublicationContract.Variables;
import io.imprimatur.flow.Question;
import io.imprimatur.flow.gate.CheckTerms;
import io.imprimatur.flow.gate.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Proves what is promised of each process of a deployment, or says how a promise can be broken. */
final class Prover {
    private static final Set<String> PROMISES =
            Set.of("not-approved", "objected", "rejected", "not-screened", "duplicate-publish", "not-taken-down");

    /** The product begins these itself, whether another flow calls them or not. */
    private static final Set<String> OWN_KEYS =
            Set.of(ContentApproval.KEY, PublicationContract.QUESTION_KEY, PublicationContract.WITHDRAWAL_KEY);

    private final Graph graph;
    private final CheckTerms terms;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<Node> visited = new HashSet<>();
    private final Deadline deadline;
    private boolean complete = true;

    Prover(Graph graph, CheckTerms terms) {
        this.graph = graph;
        this.terms = terms;
        this.deadline = new Deadline(terms.maxTime());
    }

    List<Violation> violations() {
        for (var process : graph.processes().values()) {
            refuseForeignBlocks(process);
            refuseTwoNumbersOfApprovals(process);
            explore(process, OWN_KEYS.contains(process.id) || !graph.isCalled(process));
        }
        if (complete) {
            refuseUnreachable();
        }
        return List.copyOf(violations);
    }

    private void refuseForeignBlocks(Node process) {
        var purpose = Purpose.of(process.id);
        for (var node : graph.reachableFrom(process)) {
            var sentence = foreign(purpose, node.kind);
            if (!sentence.isEmpty()) {
                add(new Violation("purpose", node.file, node.id, sentence));
            }
        }
    }

    /** A called flow may stand in a file of its own, and is part of its caller. */
    private void refuseTwoNumbersOfApprovals(Node process) {
        var first = new HashMap<String, Node>();
        for (var node : graph.reachableFrom(process)) {
            if (node.kind == Kind.REVIEW
                    && first.merge(node.detail, node, (one, other) -> one).approvals != node.approvals) {
                add(new Violation(
                        "stage",
                        node.file,
                        node.id,
                        "All tasks of the stage \"" + node.detail
                                + "\" need the same number of approvals, in called flows too."));
            }
        }
    }

    private static String foreign(Purpose purpose, Kind kind) {
        return switch (kind) {
            case PUBLISH, SCREEN, VERIFY_LIVE ->
                switch (purpose) {
                    case APPROVAL -> "";
                    case QUESTION -> "A question about a published post screens and publishes nothing.";
                    case WITHDRAWAL -> "A withdrawal screens and publishes nothing.";
                };
            case TAKE_DOWN ->
                purpose == Purpose.WITHDRAWAL
                        ? ""
                        : "Only the flow \"withdrawal\" takes a post down; start a withdrawal on the post's page.";
            default -> "";
        };
    }

    private void explore(Node process, boolean startsByItself) {
        try {
            var machine = new Machine(graph, process, Purpose.of(process.id), terms.requiredStages());
            var liveness = new Liveness(machine, deadline);
            for (var beginning : machine.beginnings()) {
                var explorer = new Explorer(machine, liveness, terms.maxStates(), deadline);
                try {
                    explorer.explore(beginning);
                } finally {
                    report(machine, explorer, startsByItself);
                }
                if (startsByItself && explorer.isComplete() && machine.purpose() == Purpose.QUESTION) {
                    requireAnswer(machine, explorer, beginning);
                }
            }
        } catch (TooLarge tooLarge) {
            complete = false;
            add(new Violation("too-large", process.file, process.id, tooLarge.sentence()));
        }
    }

    private void report(Machine machine, Explorer explorer, boolean startsByItself) {
        explorer.offences().forEach((offence, origin) -> {
            if (startsByItself || PROMISES.contains(offence.rule())) {
                add(Reports.violation(offence, explorer.steps(origin)));
            }
        });
        complete &= explorer.isComplete();
        if (startsByItself && explorer.isComplete()) {
            Reports.ends(machine, explorer).forEach(this::add);
            machine.nodes().stream().filter(explorer::wasVisited).forEach(visited::add);
        }
    }

    private void requireAnswer(Machine machine, Explorer explorer, int[] beginning) {
        var place = machine.layout().variable(Variables.QUESTION);
        var question = Question.values()[beginning[place] - 1].name();
        var isAsked = machine.nodes().stream()
                .anyMatch(node ->
                        node.kind == Kind.QUESTION && node.detail.equals(question) && explorer.wasVisited(node));
        if (!isAsked) {
            var process = machine.process();
            add(new Violation(
                    "question",
                    process.file,
                    process.id,
                    "Nobody is asked the question " + question + ". Lead it to a task that asks it."));
        }
    }

    /** Only where the unreachable begins: what lies behind follows from it. */
    private void refuseUnreachable() {
        var unreached = graph.nodes().stream()
                .filter(node -> node.kind != Kind.PROCESS && !visited.contains(node))
                .toList();
        var first = unreached.stream().filter(this::isFirst).toList();
        for (var node : first.isEmpty() ? unreached : first) {
            add(new Violation(
                    "unreachable",
                    node.file,
                    node.id,
                    Sentences.quoted(node) + " can never be reached. Lead a way there, or remove it."));
        }
    }

    private boolean isFirst(Node node) {
        var scope = node.scope;
        if (node.host != null) {
            return visited.contains(node.host);
        }
        if (!node.incoming.isEmpty()) {
            return node.incoming.stream().map(Edge::source).anyMatch(visited::contains);
        }
        return scope == null || scope.kind == Kind.PROCESS || visited.contains(scope);
    }

    private void add(Violation violation) {
        var isKnown = violations.stream()
                .anyMatch(known -> known.rule().equals(violation.rule())
                        && known.file().equals(violation.file())
                        && known.element().equals(violation.element())
                        && known.message().equals(violation.message()));
        if (!isKnown) {
            violations.add(violation);
        }
    }
}
