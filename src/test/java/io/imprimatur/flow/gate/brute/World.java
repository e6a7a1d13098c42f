package io.imprimatur.flow.gate.brute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that is so at one moment: tokens, variables, and what is true of the post. */
final class World {
    static final class Spot {
        final String at;
        String phase;
        final @Nullable Spot around;
        final List<Spot> inside = new ArrayList<>();
        final TreeSet<String> fired = new TreeSet<>();
        /** Of a process; null for others. */
        @Nullable
        Map<String, @Nullable Object> held;

        String note = "";
        int left;
        int done;

        Spot(String at, String phase, @Nullable Spot around) {
            this.at = at;
            this.phase = phase;
            this.around = around;
            if (around != null) {
                around.inside.add(this);
            }
        }

        /** The variables of the process instance that it belongs to. */
        Map<String, @Nullable Object> variables() {
            for (var spot = this; spot != null; spot = spot.around) {
                if (spot.held != null) {
                    return spot.held;
                }
            }
            throw new IllegalStateException("outside any process");
        }

        String key() {
            var keys = new ArrayList<String>();
            inside.forEach(spot -> keys.add(spot.key()));
            keys.sort(null);
            return at + "/" + phase + "/" + note + "/" + left + "/" + done + fired + held + keys;
        }
    }

    @Nullable
    Spot root;

    /** Tokens that are on their way, the next one last. */
    final List<Spot> moving = new ArrayList<>();

    String screening = "NEVER";
    int furtherStages;
    final Map<String, Integer> approvals = new TreeMap<>();
    final TreeSet<String> objecting = new TreeSet<>();
    boolean rejected;
    boolean out;
    boolean down;

    World copy() {
        var copy = new World();
        if (root != null) {
            copy.root = copy(root, null, copy);
            // keep the order of those on their way
            var order = new ArrayList<Spot>();
            moving.forEach(spot -> order.add(find(copy.root, pathOf(spot))));
            copy.moving.clear();
            copy.moving.addAll(order);
        }
        copy.screening = screening;
        copy.furtherStages = furtherStages;
        copy.approvals.putAll(approvals);
        copy.objecting.addAll(objecting);
        copy.rejected = rejected;
        copy.out = out;
        copy.down = down;
        return copy;
    }

    private static Spot copy(Spot spot, @Nullable Spot around, World world) {
        var copy = new Spot(spot.at, spot.phase, around);
        copy.note = spot.note;
        copy.left = spot.left;
        copy.done = spot.done;
        copy.fired.addAll(spot.fired);
        copy.held = spot.held == null ? null : new TreeMap<>(spot.held);
        spot.inside.forEach(inner -> copy(inner, copy, world));
        return copy;
    }

    static List<Integer> pathOf(Spot spot) {
        var path = new ArrayList<Integer>();
        for (var at = spot; at.around != null; at = at.around) {
            path.add(0, at.around.inside.indexOf(at));
        }
        return path;
    }

    static Spot find(@Nullable Spot root, List<Integer> path) {
        var at = root;
        for (var index : path) {
            at = at == null ? null : at.inside.get(index);
        }
        if (at == null) {
            throw new IllegalStateException("lost a token");
        }
        return at;
    }

    /** The author wrote another text. */
    void forget() {
        screening = "NEVER";
        furtherStages = 0;
        approvals.clear();
        objecting.clear();
        out = false;
    }

    boolean isForgotten() {
        return screening.equals("NEVER") && approvals.isEmpty() && objecting.isEmpty() && !out;
    }

    String key() {
        return (root == null ? "over" : root.key())
                + screening
                + furtherStages
                + approvals
                + objecting
                + rejected
                + out
                + down;
    }
}
