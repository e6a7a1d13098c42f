package io.imprimatur.flow.gate.brute;

import io.imprimatur.flow.gate.brute.World.Spot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lives through everything that can happen to a post, one small step after the other, and forgets nothing. Slow and plain:
 * what it says of a model is what the check has to say too.
 */
public final class BruteForce {
    private static final int MOST_TOKENS = 6;
    private static final int MOST_SMALL_STEPS = 3000;

    private final Diagram diagram;
    /** The process that somebody begins. */
    private String process = "";

    private final Set<String> required;
    private final int mostWorlds;
    private final Set<String> visited = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> approvalsNeeded = new HashMap<>();
    private final Map<String, Boolean> reminders = new HashMap<>();
    private final List<World> worlds = new ArrayList<>();
    private final List<List<Integer>> next = new ArrayList<>();
    private final Set<Integer> last = new HashSet<>();

    private BruteForce(Diagram diagram, Set<String> required, int mostWorlds) {
        this.diagram = diagram;
        this.required = required;
        this.mostWorlds = mostWorlds;
    }

    /** What is wrong with the processes of a model, in a word; empty if nothing is; null if it is too large to say. */
    public static @Nullable String wrong(byte[] xml, Set<String> required, int mostWorlds) {
        var diagram = Diagram.read(xml);
        var force = new BruteForce(diagram, required, mostWorlds);
        try {
            for (var process : diagram.begunAlone()) {
                force.process = process;
                for (var variables : force.beginnings()) {
                    force.live(variables);
                }
            }
            for (var node : diagram.nodes()) {
                if (!force.visited.contains(node)) {
                    return "never reached: " + node;
                }
            }
            return "";
        } catch (Wrong wrong) {
            return wrong.getMessage();
        } catch (TooMuch tooMuch) {
            return null;
        }
    }

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what);
        }
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private List<Map<String, Object>> beginnings() {
        return switch (process) {
            case "publication-question" ->
                List.of(
                        Map.of("question", "UNKNOWN"),
                        Map.of("question", "DRIFTED"),
                        Map.of("question", "REMOVED"),
                        Map.of("question", "BY_HAND"));
            case "withdrawal" -> List.of(Map.of("privacyIncident", true), Map.of("privacyIncident", false));
            default -> List.of(Map.of());
        };
    }

    private void live(Map<String, Object> variables) {
        numbers.clear();
        worlds.clear();
        next.clear();
        last.clear();
        var world = new World();
        var root = new Spot(process, "scope", null);
        root.held = new TreeMap<>(variables);
        world.root = root;
        world.moving.add(new Spot(diagram.start(process), "enter", root));
        settle(world, this::number);
        for (int i = 0; i < worlds.size(); i++) {
            var successors = new ArrayList<Integer>();
            next.add(successors);
            for (var happened : happenings(worlds.get(i))) {
                settle(happened, settled -> successors.add(number(settled)));
            }
            if (worlds.get(i).root == null) {
                last.add(i);
            } else if (successors.isEmpty()) {
                throw new Wrong("waits for ever: " + worlds.get(i).key());
            }
        }
        if (process.equals("publication-question")) {
            var asked = worlds.stream()
                    .anyMatch(each -> each.root != null
                            && waits(each.root, spot -> diagram.property(spot.at, "question")
                                    .equals(variables.get("question"))));
            if (!asked) {
                throw new Wrong("nobody is asked " + variables);
            }
        }
        requireEndsFromEverywhere();
    }

    private static boolean waits(Spot spot, Predicate<Spot> test) {
        return (spot.phase.equals("wait") && test.test(spot))
                || spot.inside.stream().anyMatch(inner -> waits(inner, test));
    }

    private void requireEndsFromEverywhere() {
        var ends = new BitSet();
        last.forEach(ends::set);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int i = worlds.size() - 1; i >= 0; i--) {
                if (!ends.get(i) && next.get(i).stream().anyMatch(ends::get)) {
                    ends.set(i);
                    grew = true;
                }
            }
        }
        if (ends.cardinality() < worlds.size()) {
            throw new Wrong("never ends");
        }
    }

    private int number(World world) {
        var known = numbers.putIfAbsent(world.key(), worlds.size());
        if (known != null) {
            return known;
        }
        if (worlds.size() >= mostWorlds) {
            throw new TooMuch();
        }
        worlds.add(world);
        return worlds.size() - 1;
    }

    // what can happen to those that wait

    private List<World> happenings(World world) {
        var happened = new ArrayList<World>();
        if (world.root != null) {
            collect(world, world.root, happened);
        }
        return happened;
    }

    private void collect(World world, Spot spot, List<World> happened) {
        if (spot.phase.equals("job")) {
            happened.add(after(world, spot, (copy, here) -> move(copy, here, "run")));
        } else if (spot.phase.equals("jobOnFlow")) {
            happened.add(after(world, spot, (copy, here) -> move(copy, here, "arrive")));
        } else if (spot.phase.equals("wait")) {
            whenWaiting(world, spot, happened);
        }
        if (Set.of("wait", "scope", "loop").contains(spot.phase) && !spot.note.startsWith("instance")) {
            for (var boundary : diagram.boundariesOf.getOrDefault(spot.at, List.of())) {
                whenBoundary(world, spot, boundary, happened);
            }
        }
        spot.inside.forEach(inner -> collect(world, inner, happened));
    }

    private interface Change {
        void in(World world, Spot spot);
    }

    private static World after(World world, Spot spot, Change change) {
        var copy = world.copy();
        change.in(copy, World.find(copy.root, World.pathOf(spot)));
        return copy;
    }

    private void whenWaiting(World world, Spot spot, List<World> happened) {
        var kind = diagram.kind(spot.at);
        if (kind.equals("userTask")) {
            whenTask(world, spot, happened);
        } else if (kind.equals("eventBasedGateway")) {
            for (var flow : diagram.flowsFrom.getOrDefault(spot.at, List.of())) {
                var event = diagram.attribute(flow, "targetRef");
                if (diagram.has(event, "timerEventDefinition") || isSent(world, diagram.referred(event, "message"))) {
                    happened.add(after(world, spot, (copy, here) -> {
                        received(copy, diagram.referred(event, "message"));
                        visited.add(event);
                        replace(copy, here, event, "leave");
                    }));
                }
            }
        } else if (kind.equals("intermediateCatchEvent") && diagram.has(spot.at, "messageEventDefinition")) {
            var message = diagram.referred(spot.at, "message");
            if (isSent(world, message)) {
                happened.add(after(world, spot, (copy, here) -> {
                    received(copy, message);
                    move(copy, here, "leave");
                }));
            }
        } else if (block(spot.at).equals("publish")) {
            happened.add(after(world, spot, (copy, here) -> move(copy, here, "leave")));
            happened.add(after(world, spot, (copy, here) -> notPublished(copy, here, "releaseRefused")));
            happened.add(after(world, spot, (copy, here) -> notPublished(copy, here, "approvalExpired")));
        } else if (!kind.equals("parallelGateway")) {
            happened.add(after(world, spot, (copy, here) -> {
                copy.down |= block(here.at).equals("takeDown");
                move(copy, here, "leave");
            }));
        }
    }

    private void whenTask(World world, Spot spot, List<World> happened) {
        var stage = diagram.property(spot.at, "stage");
        if (!diagram.property(spot.at, "question").isEmpty()) {
            happened.add(after(world, spot, this::finishTask));
        } else if (stage.isEmpty()) {
            if (!world.rejected) {
                happened.add(after(world, spot, (copy, here) -> {
                    copy.forget();
                    finishTask(copy, here);
                }));
                if (!world.isForgotten()) {
                    happened.add(after(world, spot, (copy, here) -> copy.forget()));
                }
            }
        } else {
            var voice = spot.note.startsWith("instance:") ? spot.note.substring("instance:".length()) : stage;
            if (!world.screening.equals("NEVER") && !world.screening.equals("BLOCKED")) {
                happened.add(after(world, spot, (copy, here) -> {
                    copy.objecting.remove(voice);
                    copy.approvals.merge(voice, 1, Integer::sum);
                    var enough = copy.approvals.getOrDefault(voice, 0) >= needed(copy, voice);
                    here.variables().put(stage + "Outcome", enough ? "APPROVED" : "MORE_NEEDED");
                    var most = voice.equals("privacy") ? Math.max(2, needed(copy, voice)) : needed(copy, voice);
                    copy.approvals.put(voice, Math.min(most, copy.approvals.getOrDefault(voice, 0)));
                    finishTask(copy, here);
                }));
            }
            for (var no : List.of("CHANGES_REQUESTED", "REJECTED")) {
                happened.add(after(world, spot, (copy, here) -> {
                    copy.approvals.remove(voice);
                    copy.objecting.add(voice);
                    copy.rejected |= no.equals("REJECTED");
                    here.variables().put(stage + "Outcome", no);
                    finishTask(copy, here);
                }));
            }
        }
    }

    private int needed(World world, String stage) {
        var needed = approvalsNeeded.computeIfAbsent(stage, this::named);
        return stage.equals("privacy") && world.screening.equals("TO_OVERRIDE") ? Math.max(2, needed) : needed;
    }

    private int named(String stage) {
        var named = 1;
        for (var node : diagram.nodes()) {
            if (diagram.kind(node).equals("userTask")
                    && diagram.property(node, "stage").equals(stage)
                    && !diagram.property(node, "approvals").isEmpty()) {
                named = Math.max(named, Integer.parseInt(diagram.property(node, "approvals")));
            }
        }
        return named;
    }

    private void whenBoundary(World world, Spot spot, String boundary, List<World> happened) {
        var stops = !diagram.attribute(boundary, "cancelActivity").equals("false");
        if (reminders.computeIfAbsent(boundary, this::onlyReminds)) {
            return;
        }
        var message = diagram.referred(boundary, "message");
        var isTimer = diagram.has(boundary, "timerEventDefinition");
        var again = stops || diagram.text(boundary, "timeCycle").length() > 0 || !spot.fired.contains(boundary);
        if (isTimer ? again : !message.isEmpty() && isSent(world, message)) {
            happened.add(after(world, spot, (copy, here) -> {
                received(copy, message);
                if (isTimer && !stops) {
                    here.fired.add(boundary);
                }
                caught(copy, here, boundary);
            }));
        }
    }

    /** A timer beside the way that leads straight to an end leaves the world as it is. */
    private boolean onlyReminds(String boundary) {
        var flows = diagram.flowsFrom.getOrDefault(boundary, List.of());
        if (flows.size() != 1
                || !diagram.attribute(boundary, "cancelActivity").equals("false")
                || !diagram.has(boundary, "timerEventDefinition")) {
            return false;
        }
        var end = diagram.attribute(flows.get(0), "targetRef");
        var isPlainEnd = diagram.kind(end).equals("endEvent")
                && !diagram.has(end, "errorEventDefinition")
                && !diagram.has(end, "escalationEventDefinition")
                && !diagram.has(end, "terminateEventDefinition");
        if (isPlainEnd) {
            // asked only while the activity is there
            visited.add(boundary);
            visited.add(end);
        }
        return isPlainEnd;
    }

    private boolean isSent(World world, String message) {
        return switch (process) {
            case "publication-question" -> message.equals("settled");
            case "withdrawal" -> false;
            default -> message.equals("revised") && !world.rejected;
        };
    }

    private static void received(World world, String message) {
        if (message.equals("revised")) {
            world.forget();
        }
    }

    private void caught(World world, Spot host, String boundary) {
        var around = host.around;
        if (around == null) {
            throw new IllegalStateException("boundary on a process");
        }
        if (!diagram.attribute(boundary, "cancelActivity").equals("false")
                || diagram.has(boundary, "errorEventDefinition")) {
            drop(world, host);
        }
        world.moving.add(new Spot(boundary, "enter", around));
    }

    // small steps

    private void move(World world, Spot spot, String phase) {
        spot.phase = phase;
        world.moving.add(spot);
    }

    private static void drop(World world, Spot spot) {
        world.moving.removeIf(moving -> isWithin(moving, spot));
        if (spot.around != null) {
            spot.around.inside.remove(spot);
        }
    }

    private static boolean isWithin(@Nullable Spot spot, Spot around) {
        for (var at = spot; at != null; at = at.around) {
            if (at == around) {
                return true;
            }
        }
        return false;
    }

    private void replace(World world, Spot spot, String node, String phase) {
        var around = spot.around;
        drop(world, spot);
        world.moving.add(new Spot(node, phase, around));
    }

    private void settle(World begun, Consumer<World> whenSettled) {
        Deque<World> open = new ArrayDeque<>(List.of(begun));
        int steps = 0;
        while (!open.isEmpty()) {
            var world = open.pop();
            if (world.moving.isEmpty()) {
                whenSettled.accept(world);
            } else {
                if (++steps > MOST_SMALL_STEPS) {
                    throw new Wrong("goes round and round");
                }
                var spot = world.moving.remove(world.moving.size() - 1);
                step(world, spot).forEach(open::push);
            }
        }
    }

    private List<World> step(World world, Spot spot) {
        switch (spot.phase) {
            case "enter" -> {
                visited.add(spot.at);
                if (diagram.isJob(spot.at, "asyncBefore")) {
                    spot.phase = "job";
                } else {
                    move(world, spot, "run");
                }
                return List.of(world);
            }
            case "arrive" -> {
                replace(world, spot, diagram.attribute(spot.at, "targetRef"), "enter");
                return List.of(world);
            }
            case "leave" -> {
                leave(world, spot);
                return List.of(world);
            }
            default -> {
                return run(world, spot);
            }
        }
    }

    private List<World> run(World world, Spot spot) {
        requireFewTokens(spot);
        if (diagram.has(spot.at, "multiInstanceLoopCharacteristics") && !spot.note.startsWith("instance")) {
            beginLoop(world, spot);
            return List.of(world);
        }
        var block = block(spot.at);
        if (block.equals("screenRevision")) {
            return screened(world, spot);
        }
        if (block.equals("publish")) {
            return published(world, spot);
        }
        var waits = block.equals("verifyLive")
                || block.equals("takeDown")
                || (diagram.kind(spot.at).equals("serviceTask")
                        && !diagram.property(spot.at, "until").isEmpty());
        switch (diagram.kind(spot.at)) {
            case "userTask", "intermediateCatchEvent", "eventBasedGateway" -> spot.phase = "wait";
            case "serviceTask" -> {
                if (waits) {
                    spot.phase = "wait";
                } else {
                    move(world, spot, "leave");
                }
            }
            case "subProcess" -> {
                spot.phase = "scope";
                world.moving.add(new Spot(diagram.start(spot.at), "enter", spot));
            }
            case "callActivity" -> call(world, spot);
            case "parallelGateway" -> join(world, spot);
            case "endEvent" -> end(world, spot);
            case "intermediateThrowEvent" -> {
                move(world, spot, "leave");
                if (diagram.has(spot.at, "escalationEventDefinition")) {
                    raise(world, spot, "escalation", diagram.referred(spot.at, "escalation"));
                }
            }
            default -> move(world, spot, "leave");
        }
        return List.of(world);
    }

    private void requireFewTokens(Spot spot) {
        var around = spot.around;
        if (around != null && !around.phase.equals("loop")) {
            var same = around.inside.stream()
                    .filter(each -> each.at.equals(spot.at))
                    .count();
            if (same
                    > MOST_TOKENS
                            + diagram.flowsInto.getOrDefault(spot.at, List.of()).size()) {
                throw new Wrong("too many tokens: " + spot.at);
            }
        }
    }

    private void call(World world, Spot spot) {
        spot.phase = "scope";
        var called = new Spot(diagram.called(spot.at), "scope", spot);
        called.held = new TreeMap<>(called.variables());
        world.moving.add(new Spot(diagram.start(called.at), "enter", called));
    }

    /** What is set in a called process is set in its caller. */
    private static void giveBack(Spot scope) {
        if (scope.held != null && scope.around != null) {
            scope.around.variables().putAll(scope.held);
        }
    }

    private void join(World world, Spot spot) {
        spot.phase = "wait";
        var waiting = spot.around == null
                ? List.<Spot>of()
                : spot.around.inside.stream()
                        .filter(each -> each.at.equals(spot.at) && each.phase.equals("wait"))
                        .toList();
        if (waiting.size() >= diagram.flowsInto.getOrDefault(spot.at, List.of()).size()) {
            waiting.stream().filter(each -> each != spot).forEach(each -> drop(world, each));
            move(world, spot, "leave");
        }
    }

    private void end(World world, Spot spot) {
        var around = spot.around;
        if (around == null) {
            throw new IllegalStateException("an end outside");
        }
        if (diagram.has(spot.at, "errorEventDefinition")) {
            raise(world, spot, "error", diagram.referred(spot.at, "error"));
        } else if (diagram.has(spot.at, "escalationEventDefinition")) {
            move(world, spot, "leave");
            raise(world, spot, "escalation", diagram.referred(spot.at, "escalation"));
        } else if (diagram.has(spot.at, "terminateEventDefinition")) {
            List.copyOf(around.inside).forEach(each -> drop(world, each));
            finishScope(world, around);
        } else {
            drop(world, spot);
            if (around.inside.isEmpty()) {
                finishScope(world, around);
            }
        }
    }

    private void leave(World world, Spot spot) {
        var around = spot.around;
        if (around == null) {
            throw new IllegalStateException("a step outside");
        }
        var ways = ways(spot);
        drop(world, spot);
        if (ways.isEmpty()) {
            if (around.inside.isEmpty()) {
                finishScope(world, around);
            }
            return;
        }
        for (int i = ways.size() - 1; i >= 0; i--) {
            var onFlow = new Spot(ways.get(i), "arrive", around);
            if (diagram.isJob(spot.at, "asyncAfter")) {
                onFlow.phase = "jobOnFlow";
            } else {
                world.moving.add(onFlow);
            }
        }
    }

    private List<String> ways(Spot spot) {
        var node = spot.at;
        var flows = diagram.flowsFrom.getOrDefault(node, List.of());
        var kind = diagram.kind(node);
        if (kind.equals("parallelGateway")) {
            return flows;
        }
        var otherwise = diagram.attribute(node, "default");
        var ways = new ArrayList<String>();
        for (var flow : flows) {
            var condition = diagram.text(flow, "conditionExpression");
            if (kind.equals("exclusiveGateway")) {
                if (condition.isEmpty() ? !flow.equals(otherwise) : holds(condition, spot.variables(), node)) {
                    return List.of(flow);
                }
            } else if (!flow.equals(otherwise) && (condition.isEmpty() || holds(condition, spot.variables(), node))) {
                ways.add(flow);
            }
        }
        if (ways.isEmpty() && !otherwise.isEmpty()) {
            return List.of(otherwise);
        }
        if (ways.isEmpty() && !flows.isEmpty()) {
            throw new Wrong("no way on: " + node);
        }
        return ways;
    }

    private static boolean holds(String condition, Map<String, @Nullable Object> variables, String node) {
        try {
            return Formula.holds(condition, variables);
        } catch (IllegalStateException e) {
            throw new Wrong("no answer: " + node);
        }
    }

    private void finishScope(World world, Spot scope) {
        if (scope.around == null) {
            world.root = null;
            if (process.equals("withdrawal") && !world.down) {
                throw new Wrong("not taken down");
            }
        } else if (scope.held != null) {
            var call = scope.around;
            giveBack(scope);
            drop(world, scope);
            finishScope(world, call);
        } else if (scope.note.startsWith("instance")) {
            finishInstance(world, scope);
        } else {
            move(world, scope, "leave");
        }
    }

    private void raise(World world, Spot from, String kind, String code) {
        for (var at = from; at != null; at = at.around) {
            for (var boundary : boundaries(at)) {
                var catches = diagram.has(boundary, kind + "EventDefinition");
                var wanted = diagram.referred(boundary, kind);
                if (catches && (wanted.isEmpty() || wanted.equals(code)) && at != from
                        || catches && at == from && kind.equals("error") && (wanted.isEmpty() || wanted.equals(code))) {
                    caught(world, at, boundary);
                    return;
                }
            }
            giveBack(at);
        }
        if (kind.equals("error")) {
            throw new Wrong("nobody catches " + code);
        }
    }

    private List<String> boundaries(Spot spot) {
        return spot.note.startsWith("instance") ? List.of() : diagram.boundariesOf.getOrDefault(spot.at, List.of());
    }

    // several instances

    private void beginLoop(World world, Spot spot) {
        var count = diagram.loopText(spot.at, "loopCardinality");
        var stages = spot.variables().get("furtherStages") instanceof Integer number ? number : 0;
        var all = count.isEmpty() ? stages : Integer.parseInt(count);
        if (all == 0) {
            move(world, spot, "leave");
            return;
        }
        spot.phase = "loop";
        spot.left = all;
        for (int i = isSequential(spot.at) ? 1 : all; i > 0; i--) {
            beginInstance(world, spot, isSequential(spot.at) ? 1 : i);
        }
    }

    private boolean isSequential(String node) {
        var loop = diagram.direct(node, "multiInstanceLoopCharacteristics");
        return loop != null && loop.getAttribute("isSequential").equals("true");
    }

    private void beginInstance(World world, Spot loop, int number) {
        var instance = new Spot(loop.at, "run", loop);
        instance.note = "instance:"
                + (diagram.property(loop.at, "stage").equals("further")
                        ? "further" + number
                        : diagram.property(loop.at, "stage"));
        world.moving.add(instance);
    }

    private void finishTask(World world, Spot spot) {
        if (spot.note.startsWith("instance")) {
            finishInstance(world, spot);
        } else {
            move(world, spot, "leave");
        }
    }

    private void finishInstance(World world, Spot instance) {
        var loop = instance.around;
        if (loop == null) {
            throw new IllegalStateException("an instance outside");
        }
        drop(world, instance);
        loop.done++;
        loop.left--;
        var over = loop.left == 0;
        var condition = diagram.loopText(loop.at, "completionCondition");
        if (!condition.isEmpty() && !(over && isSequential(loop.at))) {
            var variables = new LinkedHashMap<>(loop.variables());
            variables.put("nrOfCompletedInstances", loop.done);
            variables.put("nrOfInstances", loop.done + loop.left);
            over |= holds(condition, variables, loop.at);
        }
        if (over) {
            List.copyOf(loop.inside).forEach(each -> drop(world, each));
            loop.left = 0;
            loop.done = 0;
            move(world, loop, "leave");
        } else if (isSequential(loop.at)) {
            beginInstance(world, loop, loop.done + 1);
        }
    }

    // building blocks

    private String block(String node) {
        var named =
                diagram.kind(node).equals("serviceTask") ? diagram.attribute(node, "camunda:delegateExpression") : "";
        return named.isEmpty() ? "" : named.substring(2, named.length() - 1);
    }

    private List<World> screened(World world, Spot spot) {
        var worlds = new ArrayList<World>();
        var path = World.pathOf(spot);
        for (var screening : List.of("BLOCKED", "CLEAR", "TO_ANSWER", "TO_OVERRIDE")) {
            for (int further = 0; further < (screening.equals("BLOCKED") ? 1 : 3); further++) {
                for (var later : screening.equals("BLOCKED") ? List.of(false) : List.of(false, true)) {
                    var copy = world.copy();
                    var here = World.find(copy.root, path);
                    copy.screening = screening;
                    copy.furtherStages = further;
                    var variables = here.variables();
                    variables.put("privacyReviewNeeded", screening.startsWith("TO_"));
                    variables.put("furtherStages", further);
                    variables.put("furtherOutcome", "APPROVED");
                    variables.put("publishAt", later ? "2027-01-01" : null);
                    if (screening.equals("BLOCKED")) {
                        raise(copy, here, "error", "screeningBlocked");
                    } else {
                        move(copy, here, "leave");
                    }
                    worlds.add(copy);
                }
            }
        }
        return worlds;
    }

    private List<World> published(World world, Spot spot) {
        requireRelease(world);
        var path = World.pathOf(spot);
        var goes = world.copy();
        goes.out = true;
        World.find(goes.root, path).phase = "wait";
        var refused = world.copy();
        notPublished(refused, World.find(refused.root, path), "releaseRefused");
        var expired = world.copy();
        notPublished(expired, World.find(expired.root, path), "approvalExpired");
        return List.of(goes, refused, expired);
    }

    private void notPublished(World world, Spot spot, String error) {
        world.forget();
        raise(world, spot, "error", error);
    }

    private void requireRelease(World world) {
        if (world.out || publishing(world.root) > 1) {
            throw new Wrong("published twice");
        }
        if (world.rejected) {
            throw new Wrong("published though rejected");
        }
        if (world.screening.equals("NEVER") || world.screening.equals("BLOCKED")) {
            throw new Wrong("published unscreened");
        }
        var stages = new TreeSet<>(required);
        if (!world.screening.equals("CLEAR")) {
            stages.add("privacy");
        }
        for (int i = 1; i <= world.furtherStages; i++) {
            stages.add("further" + i);
        }
        for (var stage : stages) {
            if (world.approvals.getOrDefault(stage, 0) < needed(world, stage)) {
                throw new Wrong("published without " + stage);
            }
        }
        if (!world.objecting.isEmpty()) {
            throw new Wrong("published against " + world.objecting);
        }
    }

    private int publishing(@Nullable Spot spot) {
        if (spot == null) {
            return 0;
        }
        var here = block(spot.at).equals("publish") ? 1 : 0;
        return here + spot.inside.stream().mapToInt(this::publishing).sum();
    }
}
