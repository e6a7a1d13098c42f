package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.TaskDecision;
import io.imprimatur.flow.gate.Ending;
import io.imprimatur.flow.gate.RecordedEvent;
import io.imprimatur.flow.gate.RecordedPost;
import io.imprimatur.flow.gate.Replayed;
import io.imprimatur.flow.gate.proof.Event.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends what was recorded of a post through a flow. A stage's task gets what that stage decided about that text, whenever
 * the task comes; time passes only when nothing else can happen; boundary timers never fire.
 */
final class Replayer {
    private static final int MOST_STEPS = 10_000;
    private static final int RELEASE_REFUSED = 1;

    private final Machine machine;
    private final List<Round> rounds;
    private final List<String> passed = new ArrayList<>();
    private final Set<String> decidedFurther = new HashSet<>();
    private State state = new State(null, new int[0]);
    private int round = -1;

    Replayer(Machine machine, RecordedPost post) {
        this.machine = machine;
        this.rounds = Round.of(post);
    }

    Replayed replay() {
        if (!took(machine.start(machine.beginnings().get(0), new Recorded()))) {
            return ended(Ending.STUCK, null);
        }
        for (int i = 0; i < MOST_STEPS && state.root() != null; i++) {
            var publishing = publishing();
            if (publishing.isPresent() && mayPublish(publishing.get())) {
                passed.add(publishing.get().node().id);
                return ended(Ending.PUBLISHED, null);
            }
            var step = next(publishing);
            if (step.isEmpty()) {
                return waits();
            }
            if (!took(step.get())) {
                return ended(Ending.STUCK, null);
            }
        }
        return ended(isRejected() ? Ending.REJECTED : Ending.STUCK, null);
    }

    private boolean took(Step step) {
        passed.addAll(step.ids());
        if (step.state() == null) {
            return false;
        }
        state = step.state();
        return true;
    }

    private Optional<Event> publishing() {
        return event(Action.GO_ON, Kind.PUBLISH);
    }

    private boolean mayPublish(Event publishing) {
        return machine.perform(state, publishing, new Choices()).offences().isEmpty();
    }

    private Optional<Step> next(Optional<Event> publishing) {
        return Jobs.next(machine, state)
                .or(() -> publishing.map(event -> machine.perform(state, event, new Choices(List.of(RELEASE_REFUSED)))))
                .or(this::screening)
                .or(this::decision)
                .or(() -> unattended().map(this::perform))
                .or(this::nextText)
                .or(() -> timeThatComes().map(this::perform));
    }

    private Step perform(Event event) {
        return machine.perform(state, event, new Recorded());
    }

    private Optional<Step> screening() {
        return event(Action.GO_ON, Kind.SCREEN)
                .filter(event -> current().flatMap(Round::screened).isPresent())
                .map(event -> {
                    decidedFurther.clear();
                    return perform(event);
                });
    }

    private Optional<Step> decision() {
        var now = current();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        return machine.events(state).stream()
                .filter(event -> event.action() == Action.REQUEST_CHANGES)
                .flatMap(event -> now.get().next(stagesOf(event.node())).stream()
                        .map(decided -> new Answered(event, decided, now.get().place(decided))))
                .min(Comparator.comparingInt(Answered::place))
                .flatMap(answered -> decide(answered, now.get()));
    }

    /** A review's task with the decision that was recorded for it. */
    private record Answered(Event task, RecordedEvent.Decided decided, int place) {}

    private Optional<Step> decide(Answered answered, Round now) {
        var action = actionOf(answered.decided().decision());
        var event = machine.events(state).stream()
                .filter(possible -> possible.action() == action
                        && possible.node() == answered.task().node()
                        && possible.position().equals(answered.task().position()))
                .findFirst();
        if (event.isPresent()) {
            now.take(answered.decided());
            decidedFurther.add(answered.decided().stage());
        }
        return event.map(this::perform);
    }

    private static Action actionOf(TaskDecision decision) {
        return switch (decision) {
            case APPROVE -> Action.APPROVE;
            case REQUEST_CHANGES -> Action.REQUEST_CHANGES;
            case REJECT -> Action.REJECT;
        };
    }

    private List<String> stagesOf(Node task) {
        return task.isFurther() ? current().map(Round::furtherStages).orElse(List.of()) : List.of(task.detail);
    }

    private Optional<Event> unattended() {
        return event(Action.COMPLETE, Kind.QUESTION)
                .or(() -> event(Action.COMPLETE, Kind.VERIFY_LIVE))
                .or(() -> event(Action.COMPLETE, Kind.TAKE_DOWN));
    }

    /** The author hands in what was recorded next: the draft if it is open, else a new revision. */
    private Optional<Step> nextText() {
        if (round + 1 >= rounds.size()) {
            return Optional.empty();
        }
        var event = event(Action.COMPLETE, Kind.DRAFT)
                .or(() -> event(Action.COMPLETE, Kind.MESSAGE))
                .or(() -> machine.events(state).stream()
                        .filter(possible -> possible.action() == Action.FIRE && isMessage(possible.node()))
                        .findFirst());
        if (event.isPresent()) {
            round++;
        }
        return event.map(this::perform);
    }

    private static boolean isMessage(Node event) {
        var trigger = event.trigger;
        return event.kind == Kind.MESSAGE || trigger != null && trigger.cause() == Trigger.Cause.MESSAGE;
    }

    private Optional<Event> timeThatComes() {
        return event(Action.COMPLETE, Kind.WAIT).or(() -> event(Action.FIRE, Kind.WAIT));
    }

    private Optional<Event> event(Action action, Kind kind) {
        return machine.events(state).stream()
                .filter(event -> event.action() == action && event.node().kind == kind)
                .findFirst();
    }

    private Replayed waits() {
        var waiting = Reports.waiting(machine, state).toList();
        if (waiting.stream().anyMatch(node -> node.kind == Kind.DRAFT)) {
            return ended(isRejected() ? Ending.REJECTED : Ending.AT_DRAFT, null);
        }
        var stage = waiting.stream()
                .filter(node -> node.kind == Kind.REVIEW)
                .flatMap(node -> undecided(node).stream())
                .findFirst();
        if (stage.isPresent()) {
            return ended(Ending.WAITING, stage.get());
        }
        var screening = waiting.stream().anyMatch(node -> node.kind == Kind.SCREEN);
        return screening ? ended(Ending.WAITING, "screening") : ended(Ending.STUCK, null);
    }

    private List<String> undecided(Node task) {
        var stages = stagesOf(task).stream()
                .filter(stage -> !task.isFurther() || !decidedFurther.contains(stage))
                .toList();
        return stages.isEmpty() ? List.of(task.detail) : stages;
    }

    private boolean isRejected() {
        return machine.facts(state.truth()).is(Layout.REJECTED);
    }

    private Replayed ended(Ending ending, @Nullable String missing) {
        var tokens = Reports.waiting(machine, state).map(Node::toString).toList();
        return new Replayed(ending, passed, tokens, missing);
    }

    private Optional<Round> current() {
        return round < 0 || round >= rounds.size() ? Optional.empty() : Optional.of(rounds.get(round));
    }

    /** Answers as it was recorded. */
    private final class Recorded extends Choices {
        @Override
        int otherwise(String... options) {
            var now = current();
            var screened = now.flatMap(Round::screened);
            return switch (options[0]) {
                case "blocked" ->
                    screened.map(answer -> screening(answer, now.get())).orElse(1);
                case "no further reviews" ->
                    now.map(Round::furtherStages).orElse(List.of()).isEmpty() ? 0 : 1;
                case "at once" ->
                    screened.filter(RecordedEvent.Screened::scheduled).isPresent() ? 1 : 0;
                case "others remain" ->
                    decidedFurther.containsAll(now.map(Round::furtherStages).orElse(List.of())) ? 1 : 0;
                default -> 0;
            };
        }

        private int screening(RecordedEvent.Screened answer, Round now) {
            if (answer.blocked()) {
                return 0;
            }
            if (!answer.privacyNeeded()) {
                return 1;
            }
            return now.wasContested() ? 3 : 2;
        }
    }
}
