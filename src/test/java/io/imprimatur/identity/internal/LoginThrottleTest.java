package io.imprimatur.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final MovedClock clock = new MovedClock();
    private final LoginThrottle throttle = new LoginThrottle(
            new IdentityProperties(
                    4,
                    new IdentityProperties.Login(3, 5, Duration.ofMinutes(15), 100),
                    new IdentityProperties.FirstAdmin("a", "A", "a@example.org", null)),
            clock);

    @Test
    void letsANameTryAgainWhenItsWindowIsOver() {
        IntStream.range(0, 3).forEach(number -> throttle.failed("anna", "10.0.0." + number));

        assertThat(throttle.waitFor("anna", "10.0.0.9")).isEqualTo(Duration.ofMinutes(15));
        clock.move(Duration.ofMinutes(14));
        assertThat(throttle.waitFor("anna", "10.0.0.9")).isEqualTo(Duration.ofMinutes(1));
        clock.move(Duration.ofMinutes(1));
        assertThat(throttle.waitFor("anna", "10.0.0.9")).isZero();
    }

    @Test
    void makesAnAddressWaitThatTriesManyNames() {
        IntStream.range(0, 5).forEach(number -> throttle.failed("name" + number, "10.0.0.1"));

        assertThat(throttle.waitFor("somebody else", "10.0.0.1")).isPositive();
        assertThat(throttle.waitFor("somebody else", "10.0.0.2")).isZero();
    }

    @Test
    void forgetsTheNameButNotTheAddressAfterARightPassword() {
        IntStream.range(0, 2).forEach(number -> throttle.failed("anna", "10.0.0.1"));
        throttle.succeeded("anna");
        IntStream.range(0, 2).forEach(number -> throttle.failed("anna", "10.0.0.1"));
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isZero();

        throttle.failed("bert", "10.0.0.1");
        assertThat(throttle.waitFor("carl", "10.0.0.1")).isPositive();
    }

    @Test
    void keepsNoMoreInMemoryThanItsBound() {
        IntStream.range(0, 3).forEach(number -> throttle.failed("first", "10.0.0.1"));
        IntStream.range(0, 100).forEach(number -> throttle.failed("other" + number, "10.0.1." + number));

        assertThat(throttle.waitFor("first", "10.0.0.1")).isZero();
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        void move(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
