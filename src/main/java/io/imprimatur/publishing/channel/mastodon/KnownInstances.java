package io.imprimatur.publishing.channel.mastodon;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What instances said of their limits. Kept in memory: of a bounded number, the oldest answers go first. */
final class KnownInstances {
    /** Limits change with an upgrade of the instance, so rarely. */
    private static final Duration FRESH = Duration.ofDays(1);

    /** Accounts can be set up and given up; this bounds what they leave. */
    private static final int MOST = 100;

    private record Answer(InstanceLimits limits, Instant at) {}

    private final Map<URI, Answer> answers = new LinkedHashMap<>();
    private final Clock clock;

    KnownInstances(Clock clock) {
        this.clock = clock;
    }

    /** As the instance last said; the usual ones before its first answer. */
    synchronized InstanceLimits limits(URI instance) {
        var answer = answers.get(instance);
        return answer == null ? InstanceLimits.USUAL : answer.limits();
    }

    synchronized boolean known(URI instance) {
        return answers.containsKey(instance);
    }

    synchronized boolean fresh(URI instance) {
        var answer = answers.get(instance);
        return answer != null && clock.instant().isBefore(answer.at().plus(FRESH));
    }

    synchronized void learn(URI instance, InstanceLimits limits) {
        answers.remove(instance);
        answers.put(instance, new Answer(limits, clock.instant()));
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
