package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.ContentApproval.Errors;
import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.flow.gate.proof.Expression.Failed;
import io.imprimatur.flow.gate.proof.Token.Mode;
import io.imprimatur.flow.gate.proof.Trigger.Cause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step: an event, and all that the engine does by itself afterwards, until each token waits. The engine finishes one
 * branch before it begins the next, in the order of the sequence flows in the file.
 */
final class Run {
    /** More instances of one element side by side than that are taken for a flow that multiplies its tokens. */
    static final int MOST_TOKENS = 6;
    /** More side by side is more than anybody follows, and each state would have to hold it. */
    private static final int MOST_AT_ONCE = 100;

    private static final int STEPS_PER_ELEMENT = 4;
    private static final int STEPS_AT_LEAST = 1000;

    private final Machine machine;
    private final Choices choices;
    private final int[] truth;
    private final Facts facts;
    private final Deque<Work> agenda = new ArrayDeque<>();
    private final List<Object> passed = new ArrayList<>();
    private final List<Offence> offences = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private @Nullable Cell root;
    private @Nullable Node lastEnd;
    private int steps;

    private record Work(Cell scope, Runnable action) {}

    /** The engine cannot go on: the transaction fails. */
    private static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Halted() {
            super(null, null, false, false);
        }
    }

    Run(Machine machine, int[] truth, Choices choices) {
        this.machine = machine;
        this.choices = choices;
        this.truth = truth.clone();
        this.facts = machine.facts(this.truth);
    }

    /** Starts a process. */
    Step start(Node process, int[] variables) {
        var cell = new Cell(process, null, Mode.ACTIVE, null);
        cell.variables = variables.clone();
        root = cell;
        return run(cell, () -> enterStart(cell, process));
    }

    Step perform(Token state, Event event) {
        root = Cell.thaw(state, null, machine.graph());
        var cell = root;
        for (var index : event.position()) {
            cell = cell.within.get(index);
        }
        var at = cell;
        return run(at.parent == null ? at : at.parent, () -> perform(event, at));
    }

    private Step run(Cell scope, Runnable action) {
        schedule(scope, action);
        try {
            while (!agenda.isEmpty()) {
                work(agenda.pop());
            }
        } catch (Halted halted) {
            return new Step(null, passed, offences, happenings);
        }
        var token = root == null ? null : root.freeze();
        if (token != null && token.size() > MOST_AT_ONCE) {
            offend("too-many-tokens", machine.process(), "");
            return new Step(null, passed, offences, happenings);
        }
        return new Step(new State(token, truth), passed, offences, happenings);
    }

    private void work(Work work) {
        work.scope().pending--;
        if (!work.scope().isThere()) {
            return;
        }
        if (++steps > STEPS_AT_LEAST + STEPS_PER_ELEMENT * machine.size()) {
            halt("endless", passed.isEmpty() ? work.scope().node : lastNode(), "");
        }
        work.action().run();
        var scope = work.scope();
        if (scope.isThere() && scope.within.isEmpty() && scope.pending == 0) {
            complete(scope);
        }
    }

    private Node lastNode() {
        var last = passed.get(passed.size() - 1);
        return last instanceof Edge edge ? edge.target() : (Node) last;
    }

    private void schedule(Cell scope, Runnable action) {
        scope.pending++;
        agenda.push(new Work(scope, action));
    }

    private void offend(String rule, Node node, String detail) {
        offences.add(new Offence(rule, node, detail));
    }

    private void halt(String rule, Node node, String detail) {
        offend(rule, node, detail);
        throw new Halted();
    }

    // what can happen

    private void perform(Event event, Cell cell) {
        var scope = cell.parent;
        if (scope == null) {
            return;
        }
        switch (event.action()) {
            case GO_ON -> {
                cell.remove();
                if (cell.flow == null) {
                    begin(scope, cell.node);
                } else {
                    enter(scope, cell.node);
                }
            }
            case COMPLETE -> completeTask(cell);
            case APPROVE -> decide(cell, TaskDecision.APPROVE);
            case REQUEST_CHANGES -> decide(cell, TaskDecision.REQUEST_CHANGES);
            case REJECT -> decide(cell, TaskDecision.REJECT);
            case REFUSE -> notPublished(cell, Errors.RELEASE_REFUSED, Happening.Type.RELEASE_REFUSED);
            case EXPIRE -> notPublished(cell, Errors.APPROVAL_EXPIRED, Happening.Type.APPROVAL_EXPIRED);
            case FIRE -> fire(cell, event.node());
            case EDIT -> textChanged();
        }
    }

    private void completeTask(Cell cell) {
        switch (cell.node.kind) {
            case DRAFT -> textChanged();
            case TAKE_DOWN -> facts.set(Layout.TAKEN_DOWN, true);
            case MESSAGE -> received(cell.node.detail);
            default -> {
                // a question's answer, a time that came, a comparison
            }
        }
        taskEnded(cell);
    }

    private void textChanged() {
        facts.forget();
        happenings.add(Happening.of(Happening.Type.TEXT_CHANGED));
    }

    private void received(String message) {
        if (message.equals(Purpose.APPROVAL.message)) {
            textChanged();
        }
    }

    private void decide(Cell cell, TaskDecision decision) {
        var stage = cell.node.detail;
        var outcome = cell.node.isFurther() ? facts.decideFurther(decision) : facts.decide(stage, decision);
        if (outcome != StageOutcome.APPROVED && cell.node.isFurther()) {
            Instances.object(cell);
        }
        cell.instanceVariables()[machine.layout().outcome(stage)] = Layout.of(outcome);
        happenings.add(new Happening(Happening.Type.DECIDED, stage, outcome, null));
        taskEnded(cell);
    }

    private void fire(Cell cell, Node event) {
        var scope = cell.parent;
        if (scope == null) {
            return;
        }
        if (event.kind == Kind.BOUNDARY && event.trigger != null) {
            received(event.trigger.cause() == Cause.MESSAGE ? event.trigger.code() : "");
            if (event.trigger.interrupting()) {
                cell.remove();
            } else if (!event.trigger.repeats()) {
                cell.fired |= 1 << cell.node.boundaries.indexOf(event);
            }
            schedule(scope, () -> enter(scope, event));
            return;
        }
        received(event.detail);
        cell.remove();
        cell.node.outgoing.stream()
                .filter(edge -> edge.target() == event)
                .findFirst()
                .ifPresent(passed::add);
        passed.add(event);
        schedule(scope, () -> leave(scope, event));
    }

    // what follows by itself

    private void enterStart(Cell scope, Node node) {
        var start = node.start;
        if (start != null) {
            enter(scope, start);
        }
    }

    private void enter(Cell scope, Node node) {
        passed.add(node);
        if (node.asyncBefore) {
            add(scope, node, Mode.BEFORE);
        } else {
            begin(scope, node);
        }
    }

    private Cell add(Cell scope, Node node, Mode mode) {
        var cell = new Cell(node, null, mode, scope);
        if (scope.mode != Mode.LOOP
                && scope.within.stream().filter(each -> each.node == node).count()
                        > MOST_TOKENS + node.incoming.size()) {
            halt("too-many-tokens", node, "");
        }
        return cell;
    }

    private void begin(Cell scope, Node node) {
        if (node.loop != null && (node.kind.isUserTask() || node.kind == Kind.SUBPROCESS || node.kind == Kind.CALL)) {
            beginLoop(scope, node, node.loop);
        } else {
            begin(scope, node, Mode.ACTIVE);
        }
    }

    private void begin(Cell scope, Node node, Mode mode) {
        switch (node.kind) {
            case SUBPROCESS -> {
                var cell = add(scope, node, mode);
                schedule(cell, () -> enterStart(cell, node));
            }
            case CALL -> call(add(scope, node, mode));
            case WAIT, MESSAGE, DRAFT, REVIEW, QUESTION, VERIFY_LIVE, TAKE_DOWN, EVENT_GATEWAY ->
                add(scope, node, mode);
            case SCREEN -> screen(add(scope, node, mode));
            case PUBLISH -> publish(add(scope, node, mode));
            case PARALLEL -> join(scope, add(scope, node, mode));
            case END -> lastEnd = node;
            case TERMINATE -> {
                lastEnd = node;
                List.copyOf(scope.within).forEach(Cell::remove);
                scope.pending = 0;
                dropWorkOf(scope);
            }
            case ERROR_END -> raise(scope, node, Cause.ERROR, node.detail);
            case ESCALATION_END, ESCALATION_THROW -> {
                // the engine handles the escalation first and then goes on, unless that ended the scope
                schedule(scope, () -> leave(scope, node));
                raise(scope, node, Cause.ESCALATION, node.detail);
            }
            case PROCESS, START, PASS, EXCLUSIVE, BOUNDARY -> leave(scope, node);
        }
    }

    private void dropWorkOf(Cell scope) {
        agenda.removeIf(work -> work.scope() == scope);
    }

    private void call(Cell cell) {
        var called = cell.node.called;
        if (called != null) {
            var process = new Cell(called, null, Mode.ACTIVE, cell);
            process.variables = cell.instanceVariables().clone();
            schedule(process, () -> enterStart(process, called));
        }
    }

    private void join(Cell scope, Cell arrived) {
        var waiting = scope.within.stream()
                .filter(cell -> cell.node == arrived.node && cell.mode == Mode.ACTIVE)
                .toList();
        if (waiting.size() >= arrived.node.incoming.size()) {
            waiting.forEach(Cell::remove);
            leave(scope, arrived.node);
        }
    }

    private void leave(Cell scope, Node node) {
        var ways = waysOut(scope, node);
        for (int i = ways.size() - 1; i >= 0; i--) {
            var way = ways.get(i);
            schedule(scope, () -> take(scope, way, node.asyncAfter));
        }
    }

    private void take(Cell scope, Edge edge, boolean later) {
        passed.add(edge);
        if (later) {
            new Cell(edge.target(), edge, Mode.FLOW, scope);
        } else {
            enter(scope, edge.target());
        }
    }

    private List<Edge> waysOut(Cell scope, Node node) {
        if (node.kind == Kind.PARALLEL) {
            return node.outgoing;
        }
        var ways = new ArrayList<Edge>();
        for (var edge : node.outgoing) {
            var isDefault = edge == node.defaultFlow;
            var condition = edge.condition();
            if (node.kind == Kind.EXCLUSIVE) {
                if (condition == null ? !isDefault : holds(condition, scope, node, null)) {
                    return List.of(edge);
                }
            } else if (!isDefault && (condition == null || holds(condition, scope, node, null))) {
                ways.add(edge);
            }
        }
        if (ways.isEmpty() && node.defaultFlow != null) {
            return List.of(node.defaultFlow);
        }
        if (ways.isEmpty() && !node.outgoing.isEmpty()) {
            halt("stuck", node, "");
        }
        return ways;
    }

    private boolean holds(Expression condition, Cell scope, Node node, @Nullable Cell loop) {
        var variables = scope.instanceVariables();
        try {
            return condition.holds(new Expression.Scope() {
                @Override
                public @Nullable Object value(String name) {
                    var counted = loop == null ? null : Instances.counted(loop, name);
                    return counted == null ? machine.layout().value(name, variables) : counted;
                }

                @Override
                public boolean either() {
                    return choices.among("if so", "if not") == 0;
                }
            });
        } catch (Failed failed) {
            halt("condition", node, String.valueOf(failed.getMessage()));
            return false;
        }
    }

    private void complete(Cell scope) {
        if (scope.node.kind != Kind.PROCESS) {
            finished(scope);
        } else if (scope.parent == null) {
            root = null;
            if (machine.purpose() == Purpose.WITHDRAWAL && !facts.is(Layout.TAKEN_DOWN)) {
                offend("not-taken-down", lastEnd == null ? scope.node : lastEnd, "");
            }
        } else {
            passOut(scope);
            finished(scope.parent);
        }
    }

    /**
     * A called process gives its variables back when it ends and when an error or escalation leaves it. What was never set
     * there stays in the caller as it is.
     */
    private static void passOut(Cell process) {
        var call = process.parent;
        var variables = process.variables;
        if (call == null || variables == null) {
            return;
        }
        var outside = call.instanceVariables();
        for (int i = 0; i < variables.length; i++) {
            outside[i] = variables[i] == 0 ? outside[i] : variables[i];
        }
    }

    private void finished(Cell cell) {
        var scope = cell.parent;
        if (scope == null) {
            return;
        }
        cell.remove();
        if (cell.mode != Mode.INNER) {
            schedule(scope, () -> leave(scope, cell.node));
        } else if (loopEnds(scope)) {
            leaveLoop(scope);
        } else if (cell.node.loop != null && cell.node.loop.sequential()) {
            begin(scope, cell.node, Mode.INNER);
        }
    }

    private void leaveLoop(Cell loop) {
        var scope = loop.parent;
        if (scope != null) {
            loop.remove();
            schedule(scope, () -> leave(scope, loop.node));
        }
    }

    private void raise(Cell from, Node thrower, Cause cause, String code) {
        for (var at = from; at != null; at = at.parent) {
            for (var boundary : at.boundaries()) {
                if (boundary.trigger != null && boundary.trigger.catches(cause, code)) {
                    fire(at, boundary);
                    return;
                }
            }
            if (at.node.kind == Kind.PROCESS) {
                passOut(at);
            }
        }
        if (cause == Cause.ERROR) {
            halt("uncaught-error", thrower, code);
        }
    }

    // several instances

    private void beginLoop(Cell scope, Node node, Loop loop) {
        if (loop.isPerFurtherStage() && !machine.layout().hasFurtherStages(scope.instanceVariables())) {
            leave(scope, node);
            return;
        }
        var cell = add(scope, node, Mode.LOOP);
        Instances.begin(cell, loop);
        if (!node.kind.isUserTask()) {
            for (int i = loop.sequential() ? 1 : loop.count(); i > 0; i--) {
                begin(cell, node, Mode.INNER);
            }
        }
    }

    private void taskEnded(Cell cell) {
        if (cell.mode != Mode.LOOP) {
            finished(cell);
        } else if (loopEnds(cell)) {
            leaveLoop(cell);
        }
    }

    /** Counts one ended instance; whether it was the last, or the loop ends early. */
    private boolean loopEnds(Cell loop) {
        var definition = loop.node.loop;
        if (definition == null) {
            return true;
        }
        boolean last;
        if (definition.isPerFurtherStage()) {
            last = choices.among("others remain", "the last one") == 1;
            if (last) {
                facts.everyFurtherStageDecided(!Instances.objected(loop));
            }
        } else {
            last = Instances.endsWithThis(loop);
        }
        var until = definition.until();
        if (until == null || last && definition.sequential()) {
            return last;
        }
        return holds(until, loop, loop.node, loop) || last;
    }

    // building blocks

    private void screen(Cell cell) {
        var variables = cell.instanceVariables();
        var layout = machine.layout();
        var found = Screening.values()[1 + choices.among("blocked", "clear", "privacy review", "contested")];
        var blocked = found == Screening.BLOCKED;
        var further = !blocked && choices.among("no further reviews", "further reviews") == 1;
        var later = !blocked && choices.among("at once", "at a later time") == 1;
        facts.screened(found, further);
        variables[layout.variable(Variables.PRIVACY_REVIEW_NEEDED)] = Layout.of(!blocked && found != Screening.CLEAR);
        variables[layout.variable(Variables.FURTHER_STAGES)] = Layout.ofStages(further);
        variables[layout.outcome(Stages.FURTHER)] = Layout.of(StageOutcome.APPROVED);
        variables[layout.variable(Variables.PUBLISH_AT)] = Layout.ofTime(later);
        happenings.add(new Happening(Happening.Type.SCREENED, "", null, found));
        if (blocked) {
            raise(cell, cell.node, Cause.ERROR, Errors.SCREENING_BLOCKED);
        } else {
            finished(cell);
        }
    }

    private void publish(Cell cell) {
        offences.addAll(Release.offences(facts, root, cell.node));
        var answer = choices.among("goes out", "release refused", "approval expired");
        if (answer == 0) {
            facts.set(Layout.GOES_OUT, true);
            happenings.add(Happening.of(Happening.Type.WENT_OUT));
        } else if (answer == 1) {
            notPublished(cell, Errors.RELEASE_REFUSED, Happening.Type.RELEASE_REFUSED);
        } else {
            notPublished(cell, Errors.APPROVAL_EXPIRED, Happening.Type.APPROVAL_EXPIRED);
        }
    }

    private void notPublished(Cell cell, String error, Happening.Type why) {
        facts.forget();
        happenings.add(Happening.of(why));
        raise(cell, cell.node, Cause.ERROR, error);
    }
}
