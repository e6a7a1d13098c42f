package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.gate.proof.Trigger.Cause;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds timers beside the way whose path only tells somebody and ends. Whether and when they fire changes no state. */
final class Quiet {
    /** The boundary event and all behind it; empty if something there could change more. */
    static Set<Node> behind(Node boundary) {
        var trigger = boundary.trigger;
        if (trigger == null || trigger.interrupting() || trigger.cause() != Cause.TIMER) {
            return Set.of();
        }
        var passed = new LinkedHashSet<Node>();
        var at = boundary;
        while (at.kind == Kind.BOUNDARY || at.kind == Kind.PASS) {
            if (passed.contains(at) || isBusy(at)) {
                return Set.of();
            }
            passed.add(at);
            if (at.outgoing.isEmpty()) {
                return passed;
            }
            at = at.outgoing.get(0).target();
        }
        if (at.kind != Kind.END || at.asyncBefore) {
            return Set.of();
        }
        passed.add(at);
        return passed;
    }

    private static boolean isBusy(Node node) {
        return node.asyncBefore
                || node.asyncAfter
                || !node.boundaries.isEmpty()
                || node.outgoing.size() > 1
                || (!node.outgoing.isEmpty() && node.outgoing.get(0).condition() != null);
    }

    private Quiet() {}
}
