package io.imprimatur.publishing.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is remembered of instances, and how long. */
class KnownInstancesTest {
    private static final URI INSTANCE = URI.create("https://mastodon.example");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final KnownInstances instances = new KnownInstances(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void hasTheUsualLimitsBeforeTheFirstAnswer() {
        assertThat(instances.known(INSTANCE)).isFalse();
        assertThat(instances.limits(INSTANCE)).isEqualTo(new InstanceLimits(500, 23, 4, 1500));
    }

    @Test
    void keepsAnAnswerAndAsksAgainAfterADay() {
        var limits = new InstanceLimits(5000, 23, 8, 10_000);
        instances.learn(INSTANCE, limits);
        assertThat(instances.fresh(INSTANCE)).isTrue();
        now = now.plus(Duration.ofHours(25));
        assertThat(instances.fresh(INSTANCE)).isFalse();
        assertThat(instances.limits(INSTANCE)).isEqualTo(limits);
    }

    @Test
    void forgetsTheOldestAnswersOfVeryMany() {
        instances.learn(INSTANCE, new InstanceLimits(5000, 23, 8, 10_000));
        for (int i = 0; i < 100; i++) {
            instances.learn(URI.create("https://m" + i + ".example"), InstanceLimits.USUAL);
        }
        assertThat(instances.known(INSTANCE)).isFalse();
        assertThat(instances.known(URI.create("https://m99.example"))).isTrue();
    }

    @Test
    void takesAsUsualWhatAnInstanceDoesNotName() throws Exception {
        var answer = new ObjectMapper().readTree("{\"configuration\":{\"statuses\":{\"max_characters\":11000}}}");
        assertThat(InstanceLimits.of(answer)).isEqualTo(new InstanceLimits(11_000, 23, 4, 1500));
    }
}
