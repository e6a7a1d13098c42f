package io.imprimatur.flow.gate.proof;

import java.time.Duration;

/** How long the flows of a deployment may be looked at. */
final class Deadline {
    private final Duration most;
    private final long begun = System.nanoTime();

    Deadline(Duration most) {
        this.most = most;
    }

    void check() throws TooLarge {
        if (System.nanoTime() - begun > most.toNanos()) {
            throw new TooLarge("To prove that these flows are safe takes longer than " + most.toSeconds()
                    + " seconds (imprimatur.flow.check.max-time). Let fewer things happen side by side.");
        }
    }
}
