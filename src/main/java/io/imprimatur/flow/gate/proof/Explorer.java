package io.imprimatur.flow.gate.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds every state that a process can reach, breadth first, so that the first way to an offence is a shortest one. */
final class Explorer {
    private static final int NOBODY = -1;
    /** A flow that breaks a promise is refused anyway: so many states more are looked at for further offences. */
    private static final int STATES_AFTER_AN_OFFENCE = 2000;

    private static final int MOST_OFFENCES = 100;
    /** States with more tokens than that count as several. */
    private static final int TOKENS_A_STATE = 10;

    private final Machine machine;
    private final Liveness liveness;
    private final int maxStates;
    private final Deadline deadline;
    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<Origin> origins = new ArrayList<>();
    private final List<int[]> successors = new ArrayList<>();
    private final Map<Offence, Origin> offences = new LinkedHashMap<>();
    private final BitSet halted = new BitSet();
    private final BitSet visited = new BitSet();
    private int @Nullable [] beginning;
    private long tokens;
    private int enough = Integer.MAX_VALUE;

    /** How a state was first reached: from which other, by what; null for one that is a beginning. */
    record Origin(int from, @Nullable Event event, List<Integer> choices) {}

    Explorer(Machine machine, Liveness liveness, int maxStates, Deadline deadline) {
        this.machine = machine;
        this.liveness = liveness;
        this.maxStates = maxStates;
        this.deadline = deadline;
    }

    /** From the start of the process, with these variables. */
    void explore(int[] variables) throws TooLarge {
        beginning = variables;
        var choices = new Choices();
        do {
            note(machine.start(variables, choices), new Origin(NOBODY, null, choices.taken()));
        } while (choices.next());
        spread();
    }

    /** From given states. */
    void exploreFrom(List<State> given) throws TooLarge {
        for (int i = 0; i < given.size(); i++) {
            add(liveness.reduced(given.get(i)), new Origin(NOBODY, null, List.of(i)));
        }
        spread();
    }

    private void spread() throws TooLarge {
        for (int number = 0; number < states.size(); number++) {
            if (!offences.isEmpty() && enough == Integer.MAX_VALUE) {
                enough = number + STATES_AFTER_AN_OFFENCE;
            }
            if (number >= enough) {
                return;
            }
            var state = states.get(number);
            var next = new ArrayList<Integer>();
            for (var event : machine.events(state)) {
                var choices = new Choices();
                do {
                    deadline.check();
                    var step = machine.perform(state, event, choices);
                    var reached = note(step, new Origin(number, event, choices.taken()));
                    if (reached == NOBODY) {
                        halted.set(number);
                    } else {
                        next.add(reached);
                    }
                } while (choices.next());
            }
            successors.add(next.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private int note(Step step, Origin origin) throws TooLarge {
        for (var place : step.passed()) {
            if (place instanceof Node node) {
                visited.set(node.index);
                if (node.kind.stays()) {
                    node.quiet.forEach(quiet -> visited.set(quiet.index));
                }
            }
        }
        step.offences().stream()
                .filter(offence -> offences.size() < MOST_OFFENCES)
                .forEach(offence -> offences.putIfAbsent(offence, origin));
        return step.state() == null ? NOBODY : add(liveness.reduced(step.state()), origin);
    }

    private int add(State state, Origin origin) throws TooLarge {
        var known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        tokens += state.root() == null ? 0 : state.root().size();
        if (states.size() >= maxStates || tokens > (long) maxStates * TOKENS_A_STATE) {
            throw new TooLarge("This flow has more than " + maxStates
                    + " states to look at (imprimatur.flow.check.max-states). Let fewer things happen side by side.");
        }
        states.add(state);
        origins.add(origin);
        return states.size() - 1;
    }

    /** Whether every state was looked at; of one that was not, nothing is known but its offences. */
    boolean isComplete() {
        return successors.size() == states.size();
    }

    List<State> states() {
        return states;
    }

    boolean wasVisited(Node node) {
        return visited.get(node.index);
    }

    /** Each offence with the event that first committed it. */
    Map<Offence, Origin> offences() {
        return offences;
    }

    /** The first states in which nothing can happen any more, though they are no end. */
    List<Integer> deadEnds() {
        var ends = new ArrayList<Integer>();
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).root() != null && successors.get(i).length == 0 && !halted.get(i)) {
                ends.add(i);
            }
        }
        return ends;
    }

    /** The first state from which no end can be reached, though something always happens; -1 if there is none. */
    int firstWithoutEnd() {
        var predecessors = new ArrayList<List<Integer>>();
        states.forEach(state -> predecessors.add(new ArrayList<>(2)));
        var waiting = new ArrayDeque<Integer>();
        var ends = new BitSet();
        for (int i = 0; i < states.size(); i++) {
            for (var next : successors.get(i)) {
                predecessors.get(next).add(i);
            }
            var isLast = states.get(i).root() == null || halted.get(i) || successors.get(i).length == 0;
            if (isLast) {
                ends.set(i);
                waiting.add(i);
            }
        }
        while (!waiting.isEmpty()) {
            for (var previous : predecessors.get(waiting.remove())) {
                if (!ends.get(previous)) {
                    ends.set(previous);
                    waiting.add(previous);
                }
            }
        }
        var first = ends.nextClearBit(0);
        return first < states.size() ? first : NOBODY;
    }

    Origin origin(int state) {
        return origins.get(state);
    }

    /** All steps from the beginning up to and with the one that an origin names. */
    List<Step> steps(Origin last) {
        var chain = new ArrayDeque<Origin>();
        var at = last;
        chain.push(at);
        while (at.from() != NOBODY) {
            at = origins.get(at.from());
            chain.push(at);
        }
        var steps = new ArrayList<Step>();
        for (var origin : chain) {
            if (origin.event() != null) {
                steps.add(machine.perform(states.get(origin.from()), origin.event(), new Choices(origin.choices())));
            } else if (beginning != null) {
                steps.add(machine.start(beginning, new Choices(origin.choices())));
            }
        }
        return steps;
    }

    /** Which of the given states the way to an origin begins with. */
    int given(Origin last) {
        var at = last;
        while (at.from() != NOBODY) {
            at = origins.get(at.from());
        }
        return at.choices().get(0);
    }
}
