package io.imprimatur.flow.gate.proof;

import java.util.ArrayList;
import java.util.List;

/** Decides what the model leaves open within one step, and can be asked for the next combination until there is none. */
class Choices {
    private final List<Integer> taken = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private List<Integer> given;

    Choices() {
        this(List.of());
    }

    /** @param given what is decided already; what comes after is the first of each */
    Choices(List<Integer> given) {
        this.given = given;
    }

    int among(String... options) {
        var at = taken.size();
        var option = at < given.size() ? given.get(at) : otherwise(options);
        taken.add(option);
        sizes.add(options.length);
        labels.add(options[option]);
        return option;
    }

    /** What is taken where nothing is given. */
    int otherwise(String... options) {
        return 0;
    }

    /** What was decided, in order. */
    List<Integer> taken() {
        return List.copyOf(taken);
    }

    List<String> labels() {
        return List.copyOf(labels);
    }

    /** Prepares the next combination; false if there is none. */
    boolean next() {
        var next = new ArrayList<>(taken);
        while (!next.isEmpty() && next.get(next.size() - 1) + 1 >= sizes.get(next.size() - 1)) {
            next.remove(next.size() - 1);
        }
        if (next.isEmpty()) {
            return false;
        }
        next.set(next.size() - 1, next.get(next.size() - 1) + 1);
        given = next;
        taken.clear();
        sizes.clear();
        labels.clear();
        return true;
    }
}
