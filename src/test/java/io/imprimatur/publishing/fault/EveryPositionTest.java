package io.imprimatur.publishing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.internal.PublishingFixture;
import io.imprimatur.publishing.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Each request that writes breaks once, at each place where one can: the post is then public once and its row says so, or,
 * on platforms where absence cannot be proven, a person is asked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPositionTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration SLOW = Duration.ofMillis(50);
    private static final Duration TOO_LATE = Duration.ofMillis(600);

    /** They have neither an idempotency key nor a listing that is complete at once. */
    private static final Set<String> CANNOT_PROVE_ABSENCE = Set.of("facebook", "linkedin", "x");

    private final FaultyWorld world = new FaultyWorld();
    private final List<HttpMessage> requests = new CopyOnWriteArrayList<>();
    private volatile int breakAt = -1;
    private volatile @Nullable Position position;
    private int words;
    private Sandbox sandbox;
    private FaultProxy proxy;
    private PublishingFixture on;

    @BeforeAll
    void start() throws IOException {
        sandbox = new Sandbox(0, Duration.ZERO, world.platforms());
        proxy = new FaultProxy(URI.create(sandbox.url("")), SLOW, TOO_LATE, this::fault);
        var properties = FaultyWorld.properties(PATIENCE);
        on = new PublishingFixture(
                properties, fixture -> world.channels(fixture, fixture.http, properties, key -> proxy.url()));
    }

    @AfterAll
    void stop() {
        on.close();
        proxy.close();
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> isPublicOnceOrAPersonIsAsked() {
        return world.platforms().stream().flatMap(platform -> casesOf(platform.key()));
    }

    private Stream<DynamicTest> casesOf(String channel) {
        var steps = stepsOf(channel);
        var last = IntStream.range(0, steps.size())
                .filter(step -> writes(steps.get(step)))
                .max()
                .orElseThrow();
        return IntStream.rangeClosed(0, last)
                .filter(step -> writes(steps.get(step)))
                .boxed()
                .flatMap(step -> Arrays.stream(Position.values()).map(place -> {
                    var request = steps.get(step).line().replaceFirst("\\?.*", "");
                    return dynamicTest(
                            channel + ": " + place + " of " + request,
                            () -> breaks(channel, step, step == last, place));
                }));
    }

    /** The requests of a publication that nothing disturbs, once the channel knows its account. */
    private List<HttpMessage> stepsOf(String channel) {
        // the very first exchange may be slow, and is then tried again
        publish(channel, on::runToEnd);
        requests.clear();
        publish(channel, on::runDue);
        return List.copyOf(requests);
    }

    private void publish(String channel, Runnable run) {
        var revision = FaultyWorld.revision(on, nextWord(), true, channel);
        on.claim(revision);
        run.run();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.PUBLISHED);
    }

    private void breaks(String channel, int step, boolean makesPublic, Position place) {
        var word = nextWord();
        var revision = FaultyWorld.revision(on, word, true, channel);
        requests.clear();
        position = place;
        breakAt = place == Position.UNREACHABLE_AFTERWARDS ? step - 1 : step;
        if (breakAt < 0) {
            proxy.refuse();
        }
        on.claim(revision);
        on.runDue();
        assertThat(requests).as("it must have been broken").hasSizeGreaterThan(breakAt);
        breakAt = -1;
        assertThat(proxy.accept()).isTrue();
        on.runToEnd();
        on.claims().compare(revision.contentId(), 1);
        on.runToEnd();
        proxy.settle();

        var live = world.live(on, channel, word);
        var publication = on.only(revision);
        if (publication.state() == PublicationState.UNKNOWN) {
            assertThat(makesPublic && CANNOT_PROVE_ABSENCE.contains(channel))
                    .as("only what cannot be proven is left to a person")
                    .isTrue();
            assertThat(publication.needsPerson()).isTrue();
            assertThat(live).isLessThanOrEqualTo(1);
        } else {
            isVerified(publication);
            assertThat(live).isEqualTo(1);
        }
    }

    private static void isVerified(Publication publication) {
        assertThat(publication.state())
                .as(String.valueOf(publication.problem()))
                .isEqualTo(PublicationState.VERIFIED);
        assertThat(publication.needsPerson()).isFalse();
    }

    private static boolean writes(HttpMessage request) {
        return !request.method().equals("GET");
    }

    private String nextWord() {
        return "word" + ++words;
    }

    private @Nullable Position fault(HttpMessage request) {
        requests.add(request);
        return requests.size() - 1 == breakAt ? position : null;
    }
}
