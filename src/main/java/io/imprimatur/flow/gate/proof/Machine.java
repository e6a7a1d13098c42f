package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.PublicationContract.Variables;
import io.imprimatur.flow.Question;
import io.imprimatur.flow.gate.proof.Event.Action;
import io.imprimatur.flow.gate.proof.Token.Mode;
import io.imprimatur.flow.gate.proof.Trigger.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a process does: which events can happen in a state, and what comes of each. */
final class Machine {
    private final Graph graph;
    private final Node process;
    private final Purpose purpose;
    private final Layout layout;
    private final Set<String> required;
    private final Set<Node> nodes;
    private final Map<String, Integer> approvalsNeeded = new HashMap<>();

    /** @param purpose as which the process runs: that of a process which calls it, or its own */
    Machine(Graph graph, Node process, Purpose purpose, Set<String> required) {
        this.graph = graph;
        this.process = process;
        this.purpose = purpose;
        this.required = required;
        this.nodes = graph.reachableFrom(process);
        var stages = new TreeSet<>(required);
        for (var node : nodes) {
            if (node.kind == Kind.REVIEW) {
                stages.add(node.detail);
                approvalsNeeded.merge(node.detail, node.approvals, Math::max);
            }
        }
        this.layout = new Layout(stages);
    }

    Graph graph() {
        return graph;
    }

    Node process() {
        return process;
    }

    Purpose purpose() {
        return purpose;
    }

    Layout layout() {
        return layout;
    }

    Set<Node> nodes() {
        return nodes;
    }

    int size() {
        return graph.nodes().size() + graph.edges().size();
    }

    Facts facts(int[] truth) {
        return new Facts(layout, approvalsNeeded, required, truth);
    }

    /** What the variables of a new instance may be. */
    List<int[]> beginnings() {
        return switch (purpose) {
            case APPROVAL -> List.of(new int[layout.variableCount()]);
            case QUESTION ->
                Arrays.stream(Question.values())
                        .filter(question -> question != Question.INCIDENT)
                        .map(question -> with(Variables.QUESTION, Layout.of(question)))
                        .toList();
            case WITHDRAWAL ->
                List.of(
                        with(Variables.PRIVACY_INCIDENT, Layout.of(false)),
                        with(Variables.PRIVACY_INCIDENT, Layout.of(true)));
        };
    }

    /** How one of the beginnings differs from the others, in a few words. */
    String beginningLabel(int beginning) {
        var variables = beginnings().get(beginning);
        return switch (purpose) {
            case APPROVAL -> "a post is begun";
            case QUESTION -> String.valueOf(layout.value(Variables.QUESTION, variables));
            case WITHDRAWAL ->
                Boolean.TRUE.equals(layout.value(Variables.PRIVACY_INCIDENT, variables))
                        ? "a privacy incident"
                        : "no privacy incident";
        };
    }

    private int[] with(String variable, int value) {
        var variables = new int[layout.variableCount()];
        variables[layout.variable(variable)] = value;
        return variables;
    }

    Step start(int[] variables, Choices choices) {
        return new Run(this, new int[layout.truthCount()], choices).start(process, variables);
    }

    Step perform(State state, Event event, Choices choices) {
        if (state.root() == null) {
            throw new IllegalArgumentException("It has ended");
        }
        return new Run(this, state.truth(), choices).perform(state.root(), event);
    }

    List<Event> events(State state) {
        var events = new ArrayList<Event>();
        if (state.root() != null) {
            var facts = facts(state.truth());
            collect(state.root(), new ArrayList<>(), facts, events);
            events.stream()
                    .filter(event -> event.node().kind == Kind.DRAFT && event.action() == Action.COMPLETE)
                    .findFirst()
                    .filter(draft -> !facts.isForgotten())
                    .ifPresent(draft -> events.add(new Event(draft.position(), Action.EDIT, draft.node())));
        }
        return events;
    }

    private void collect(Token token, List<Integer> position, Facts facts, List<Event> events) {
        happenAt(token, position, facts, events);
        for (int i = 0; i < token.within().size(); i++) {
            if (i == 0 || !token.within().get(i).equals(token.within().get(i - 1))) {
                var deeper = new ArrayList<>(position);
                deeper.add(i);
                collect(token.within().get(i), deeper, facts, events);
            }
        }
    }

    private void happenAt(Token token, List<Integer> position, Facts facts, List<Event> events) {
        if (token.mode() == Mode.FLOW) {
            events.add(new Event(
                    position, Action.GO_ON, graph.edges().get(token.place()).target()));
            return;
        }
        var node = graph.nodes().get(token.place());
        if (token.mode() == Mode.BEFORE) {
            events.add(new Event(position, Action.GO_ON, node));
            return;
        }
        actionsAt(node, facts).forEach(action -> events.add(new Event(position, action, node)));
        if (token.mode() != Mode.INNER) {
            node.boundaries.stream()
                    .filter(boundary -> mayFire(boundary, token, node, facts))
                    .forEach(boundary -> events.add(new Event(position, Action.FIRE, boundary)));
        }
        if (node.kind == Kind.EVENT_GATEWAY) {
            node.outgoing.stream()
                    .map(Edge::target)
                    .filter(event -> event.kind == Kind.WAIT || isSent(event.detail, facts))
                    .forEach(event -> events.add(new Event(position, Action.FIRE, event)));
        }
    }

    private List<Action> actionsAt(Node node, Facts facts) {
        return switch (node.kind) {
            case DRAFT -> facts.is(Layout.REJECTED) ? List.of() : List.of(Action.COMPLETE);
            case QUESTION, WAIT, VERIFY_LIVE, TAKE_DOWN -> List.of(Action.COMPLETE);
            case MESSAGE -> isSent(node.detail, facts) ? List.of(Action.COMPLETE) : List.of();
            case REVIEW ->
                facts.mayApprove()
                        ? List.of(Action.APPROVE, Action.REQUEST_CHANGES, Action.REJECT)
                        : List.of(Action.REQUEST_CHANGES, Action.REJECT);
            case PUBLISH -> List.of(Action.COMPLETE, Action.REFUSE, Action.EXPIRE);
            default -> List.of();
        };
    }

    private boolean mayFire(Node boundary, Token token, Node host, Facts facts) {
        var trigger = boundary.trigger;
        if (trigger == null || host.quiet.contains(boundary)) {
            return false;
        }
        if (trigger.cause() == Cause.MESSAGE) {
            return isSent(trigger.code(), facts);
        }
        var again = trigger.interrupting()
                || trigger.repeats()
                || (token.fired() & 1 << host.boundaries.indexOf(boundary)) == 0;
        return trigger.cause() == Cause.TIMER && again;
    }

    /** A rejected piece takes no new revision. */
    private boolean isSent(String message, Facts facts) {
        return message.equals(purpose.message) && !(purpose == Purpose.APPROVAL && facts.is(Layout.REJECTED));
    }

    /** Sentences about a post, for people. */
    List<String> sentences(State state) {
        var facts = facts(state.truth());
        var sentences = new ArrayList<String>();
        if (purpose != Purpose.APPROVAL) {
            if (facts.is(Layout.TAKEN_DOWN)) {
                sentences.add("The post is down everywhere");
            }
            return sentences;
        }
        sentences.add(
                switch (facts.screening()) {
                    case NEVER -> "This text was not screened";
                    case BLOCKED -> "Screening sent this text back";
                    case CLEAR -> "Screening found nothing";
                    case TO_ANSWER -> "Privacy review is needed";
                    case TO_OVERRIDE -> "A contested finding: two people of privacy review are needed";
                });
        for (var stage : layout.stages()) {
            var approvals = facts.approvals(stage);
            if (facts.objects(stage)) {
                sentences.add(Sentences.title(stage) + " objects");
            } else if (approvals > 0) {
                sentences.add(Sentences.title(stage)
                        + (approvals >= facts.needed(stage)
                                ? " approved"
                                : " approved by " + approvals + " of " + facts.needed(stage)));
            }
        }
        if (facts.is(Layout.FURTHER_NEEDED) && facts.approvals(Stages.FURTHER) == 0) {
            sentences.add("The policy asks for further reviews");
        }
        if (facts.is(Layout.REJECTED)) {
            sentences.add("The post is rejected");
        }
        if (facts.is(Layout.GOES_OUT)) {
            sentences.add("The post goes out");
        }
        return sentences;
    }
}
