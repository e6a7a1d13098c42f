package io.imprimatur.mail.mailbox;

import java.time.Duration;

/** Pauses that double from failure to failure, up to a bound. Used by one thread. */
final class Backoff {
    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    Backoff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest.compareTo(shortest) < 0 ? shortest : longest;
        this.next = shortest;
    }

    Duration next() {
        var pause = next;
        next = pause.multipliedBy(2).compareTo(longest) > 0 ? longest : pause.multipliedBy(2);
        return pause;
    }

    void reset() {
        next = shortest;
    }
}
