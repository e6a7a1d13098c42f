package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.ContentApproval.Stages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A flow node, or a process. Filled by {@link GraphReader}, and not changed afterwards. */
final class Node {
    final int index;
    final String file;
    final String id;
    final String name;
    final Kind kind;
    final @Nullable Node scope;
    final List<Edge> outgoing = new ArrayList<>();
    final List<Edge> incoming = new ArrayList<>();
    final List<Node> boundaries = new ArrayList<>();
    final List<Node> children = new ArrayList<>();
    boolean asyncBefore;
    boolean asyncAfter;
    /** Stage of a review, question of a question, code of a thrown error or escalation, name of a message, else empty. */
    String detail = "";

    int approvals = 1;

    @Nullable
    Loop loop;

    @Nullable
    Edge defaultFlow;

    @Nullable
    Node start;

    @Nullable
    Node called;

    @Nullable
    Node host;

    @Nullable
    Trigger trigger;

    /** Boundary events, with all behind them, that tell somebody and change nothing. */
    final Set<Node> quiet = new LinkedHashSet<>();

    Node(int index, String file, String id, String name, Kind kind, @Nullable Node scope) {
        this.index = index;
        this.file = file;
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.scope = scope;
    }

    /** Its name for people, and its id where it has none. */
    String label() {
        return name.isBlank() ? id : name;
    }

    Node process() {
        var at = this;
        while (at.scope != null) {
            at = at.scope;
        }
        return at;
    }

    boolean isFurther() {
        return kind == Kind.REVIEW && detail.equals(Stages.FURTHER);
    }

    @Override
    public String toString() {
        return id;
    }
}
