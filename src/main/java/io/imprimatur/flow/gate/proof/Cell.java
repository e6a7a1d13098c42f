package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.gate.proof.Token.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Token} while a step changes it. */
final class Cell {
    final Node node;
    final @Nullable Edge flow;
    final @Nullable Cell parent;
    final List<Cell> within = new ArrayList<>();
    Mode mode;
    int data;
    int fired;
    int @Nullable [] variables;
    /** Work that is still to be done here. */
    int pending;

    private boolean gone;

    Cell(Node node, @Nullable Edge flow, Mode mode, @Nullable Cell parent) {
        this.node = node;
        this.flow = flow;
        this.mode = mode;
        this.parent = parent;
        if (parent != null) {
            parent.within.add(this);
        }
    }

    static Cell thaw(Token token, @Nullable Cell parent, Graph graph) {
        var flow = token.mode() == Mode.FLOW ? graph.edges().get(token.place()) : null;
        var node = flow == null ? graph.nodes().get(token.place()) : flow.target();
        var cell = new Cell(node, flow, token.mode(), parent);
        cell.data = token.data();
        cell.fired = token.fired();
        cell.variables = token.variables() == null ? null : token.variables().clone();
        token.within().forEach(inner -> thaw(inner, cell, graph));
        return cell;
    }

    Token freeze() {
        var place = flow == null ? node.index : flow.index();
        return Token.of(
                place,
                mode,
                data,
                fired,
                variables,
                within.isEmpty() ? List.of() : within.stream().map(Cell::freeze).toList());
    }

    void remove() {
        gone = true;
        if (parent != null) {
            parent.within.remove(this);
        }
    }

    boolean isThere() {
        for (var at = this; at != null; at = at.parent) {
            if (at.gone) {
                return false;
            }
        }
        return true;
    }

    /** The variables of the process instance that it belongs to. */
    int[] instanceVariables() {
        for (var at = this; at != null; at = at.parent) {
            if (at.variables != null) {
                return at.variables;
            }
        }
        throw new IllegalStateException("An instance outside any process");
    }

    /** The boundary events that can catch something here: those of a loop stand on the whole of it. */
    List<Node> boundaries() {
        return mode == Mode.INNER ? List.of() : node.boundaries;
    }
}
