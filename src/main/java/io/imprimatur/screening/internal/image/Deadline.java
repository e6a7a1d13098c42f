package io.imprimatur.screening.internal.image;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The end of the time that an image may take.
 *
 * @param nanoseconds a clock that only runs forward
 * @param at reading of that clock when the time is over
 */
record Deadline(LongSupplier nanoseconds, long at) {
    static Deadline in(Duration time) {
        return new Deadline(System::nanoTime, System.nanoTime() + time.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, at - nanoseconds.getAsLong()));
    }

    void require() throws Unreadable {
        if (left().isZero()) {
            throw new Unreadable(Doubt.TIMED_OUT);
        }
    }
}
