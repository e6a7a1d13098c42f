package io.imprimatur.flow.gate.proof;

import org.jspecify.annotations.Nullable;

/** Counts the instances of a loop in the number that its cell keeps: how many there are, how many ended, and whether one objected. */
final class Instances {
    private static final int BITS = 8;
    private static final int ENDED = (1 << BITS) - 1;
    private static final int OBJECTED = 1 << 2 * BITS;

    static void begin(Cell cell, Loop loop) {
        cell.data = loop.isPerFurtherStage() ? 0 : loop.count() << BITS;
    }

    /** Counts one that ended; whether it was the last. */
    static boolean endsWithThis(Cell loop) {
        loop.data++;
        return ended(loop) == all(loop);
    }

    static void object(Cell loop) {
        loop.data |= OBJECTED;
    }

    static boolean objected(Cell loop) {
        return (loop.data & OBJECTED) != 0;
    }

    /** The engine's variables that count; null for any other name. */
    static @Nullable Long counted(Cell loop, String name) {
        var sequential = loop.node.loop != null && loop.node.loop.sequential();
        return switch (name) {
            case "nrOfInstances" -> (long) all(loop);
            case "nrOfCompletedInstances" -> (long) ended(loop);
            case "nrOfActiveInstances" -> sequential ? 1L : (long) all(loop) - ended(loop);
            default -> null;
        };
    }

    private static int all(Cell loop) {
        return loop.data >> BITS & ENDED;
    }

    private static int ended(Cell loop) {
        return loop.data & ENDED;
    }

    private Instances() {}
}
