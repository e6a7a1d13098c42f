package io.imprimatur.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords per name and per network address, in memory and on this node only. A full window refuses
 * further tries, right ones too, until its first failure is old enough.
 */
@Component
class LoginThrottle {
    private final IdentityProperties.Login bounds;
    private final Clock clock;
    private final Map<String, Failures> byName;
    private final Map<String, Failures> byAddress;

    private record Failures(int count, Instant since) {}

    LoginThrottle(IdentityProperties properties, Clock clock) {
        this.bounds = properties.login();
        this.clock = clock;
        this.byName = bounded(bounds.maxRemembered());
        this.byAddress = bounded(bounds.maxRemembered());
    }

    /** How long that name or that address has to wait; zero if it may try now. */
    synchronized Duration waitFor(String name, String address) {
        var forName = remaining(byName.get(name), bounds.maxFailuresPerName());
        var forAddress = remaining(byAddress.get(address), bounds.maxFailuresPerAddress());
        return forName.compareTo(forAddress) > 0 ? forName : forAddress;
    }

    /** Counts a wrong password; answers how long that name or that address has to wait now. */
    synchronized Duration failed(String name, String address) {
        byName.compute(name, (key, failures) -> oneMore(failures));
        byAddress.compute(address, (key, failures) -> oneMore(failures));
        return waitFor(name, address);
    }

    /** A right password clears the name, not the address: else one own account would buy endless guesses at others. */
    synchronized void succeeded(String name) {
        byName.remove(name);
    }

    private Failures oneMore(@Nullable Failures failures) {
        var now = clock.instant();
        return failures == null || isOld(failures, now)
                ? new Failures(1, now)
                : new Failures(failures.count() + 1, failures.since());
    }

    private Duration remaining(@Nullable Failures failures, int bound) {
        var now = clock.instant();
        return failures == null || failures.count() < bound || isOld(failures, now)
                ? Duration.ZERO
                : Duration.between(now, failures.since().plus(bounds.window()));
    }

    private boolean isOld(Failures failures, Instant now) {
        return !now.isBefore(failures.since().plus(bounds.window()));
    }

    private static <V> Map<String, V> bounded(int size) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > size;
            }
        };
    }
}
