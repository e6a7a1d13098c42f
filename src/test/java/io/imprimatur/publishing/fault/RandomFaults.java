package io.imprimatur.publishing.fault;

import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides by a seed which exchange breaks and how. Which request is asked about first depends on the threads, so that a seed
 * repeats the mixture and not the very run.
 */
final class RandomFaults {
    private static final int ONE_OF = 20;
    private static final int ONE_ANSWER_OF = 80;
    private static final int ONE_KILL_OF = 200;
    private static final Pattern WORD = Pattern.compile("word\\d+");
    private static final List<Fault> ANSWERS =
            List.of(Fault.ERROR_BEFORE_WRITE, Fault.ERROR_AFTER_WRITE, Fault.THROTTLED, Fault.NOT_JSON);

    private final Random random;
    private final Map<Position, Integer> counts = new EnumMap<>(Position.class);
    private final Set<String> createdTwice = new TreeSet<>();
    private boolean on = true;
    private int answers;

    RandomFaults(long seed) {
        random = new Random(seed);
    }

    synchronized void set(boolean faulty) {
        on = faulty;
    }

    /** What happens to that request; also has the platform itself answer wrongly at times. */
    synchronized @Nullable Position next(HttpMessage request, BiConsumer<String, Fault> answerWrongly) {
        if (!on) {
            return null;
        }
        if (random.nextInt(ONE_ANSWER_OF) == 0) {
            answers++;
            answerWrongly.accept(platform(request), ANSWERS.get(random.nextInt(ANSWERS.size())));
        }
        if (random.nextInt(ONE_OF) > 0) {
            return null;
        }
        var position = Position.values()[random.nextInt(Position.values().length)];
        counts.merge(position, 1, Integer::sum);
        if (position == Position.TWICE && request.line().matches("POST /facebook/.*/feed")) {
            WORD.matcher(request.text()).results().forEach(word -> createdTwice.add(word.group()));
        }
        return position;
    }

    /** Whether the node dies now. */
    synchronized boolean kills() {
        return on && random.nextInt(ONE_KILL_OF) == 0;
    }

    /** Whether Facebook, which has no idempotency key, got the request twice that makes that post public. */
    synchronized boolean createdTwice(String word) {
        return createdTwice.contains(word);
    }

    synchronized String summary() {
        return "Broken exchanges: " + counts + "; wrong answers of platforms: " + answers;
    }

    /** Something else that answers for a picture really is what readers see in its place, so that is none of these. */
    static void plan(Sandbox sandbox, String platform, Fault fault) {
        sandbox.next(
                platform,
                fault,
                request -> fault != Fault.NOT_JSON || request.header("Accept").contains("json"));
    }

    private static String platform(HttpMessage request) {
        return request.line().split("[ /?]+", 3)[1];
    }
}
