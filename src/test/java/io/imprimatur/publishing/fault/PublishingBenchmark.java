package io.imprimatur.publishing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imprimatur.publishing.internal.PublishingFixture;
import io.imprimatur.publishing.sandbox.Sandbox;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Publishes to all fakes, which answer after 200 ms as if far away, with many more threads than database connections. Its
 * result is written to {@code target/publishing-benchmark.txt}.
 */
class PublishingBenchmark {
    private static final int POSTS = 1_000;
    private static final int POSTS_WITH_FEW_CONNECTIONS = 250;
    private static final int THREADS = 16;
    private static final int CONNECTIONS = 12;
    private static final int FEW_CONNECTIONS = 2;
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Path RESULT = Path.of("target", "publishing-benchmark.txt");

    private final FaultyWorld world = new FaultyWorld();
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Deque<Long> arrivals = new ArrayDeque<>();
    private final AtomicInteger mostWaiting = new AtomicInteger();
    private final CountDownLatch everyThreadWaits = new CountDownLatch(1);
    private volatile boolean together;
    private volatile int connectionsWhileAllWait = -1;
    private int words;

    @Test
    void noConnectionIsHeldWhileAPlatformIsAwaitedSoThatFewConnectionsServeManyThreads() throws Exception {
        var properties = FaultyWorld.properties(Duration.ofMinutes(1));
        try (var sandbox = new Sandbox(0, Duration.ZERO, LATENCY, world.platforms());
                var on = new PublishingFixture(
                        properties,
                        fixture -> world.channels(fixture, fixture.http, properties, key -> sandbox.url("")
                                .replaceFirst("/$", "")))) {
            sandbox.onRequest(request -> meet(on));
            var warmUp = publish(on, THREADS * 4);
            // from now on every channel has its session and knows its account
            together = true;
            publish(on, THREADS * 2);
            assertThat(connectionsWhileAllWait)
                    .as("connections in use while every thread waits for a platform")
                    .isZero();

            var heapBefore = heap(on);
            var many = publish(on, POSTS);
            var heapAfter = heap(on);
            limitConnections(on);
            var few = publish(on, POSTS_WITH_FEW_CONNECTIONS);

            Files.writeString(
                    RESULT,
                    String.join(
                            "\n",
                            THREADS + " threads, " + LATENCY.toMillis() + " ms of latency for each request",
                            "connections in use while all " + THREADS + " threads wait for a platform: "
                                    + connectionsWhileAllWait,
                            "warm-up: " + warmUp,
                            CONNECTIONS + " connections: " + many,
                            FEW_CONNECTIONS + " connections: " + few,
                            "heap after garbage collection, with all that the fakes keep: " + heapBefore
                                    + " MB before, " + heapAfter + " MB after " + POSTS + " posts",
                            ""));
            assertThat(few.mostWaiting())
                    .as("threads that wait at once, with %s connections", FEW_CONNECTIONS)
                    .isGreaterThan(THREADS / 2);
        }
    }

    /** @param mostWaiting how many requests waited in the latency at the same time, at most */
    private record Result(int posts, int requests, double seconds, int mostWaiting) {
        private double perPost() {
            return (double) requests / posts;
        }

        private double bound() {
            return THREADS / (perPost() * LATENCY.toMillis() / 1000.0);
        }

        @Override
        public String toString() {
            var throughput = posts / seconds;
            return "%d posts, %.2f requests each, in %.1f s: %.2f posts/s of at most %.2f (%.0f %%); %d waited at once"
                    .formatted(posts, perPost(), seconds, throughput, bound(), 100 * throughput / bound(), mostWaiting);
        }
    }

    private Result publish(PublishingFixture on, int posts) throws InterruptedException {
        var platforms = world.platforms();
        for (int i = 0; i < posts; i++) {
            var channel = platforms.get(i % platforms.size()).key();
            on.claim(FaultyWorld.revision(on, "word" + ++words, i % 3 == 0, channel));
        }
        requests.set(0);
        mostWaiting.set(0);
        var start = System.nanoTime();
        try (var nodes = new Nodes(List.of(on.work()), THREADS)) {
            await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> unpublished(on) == 0);
            var seconds = (System.nanoTime() - start) / 1e9;
            assertThat(nodes.faults()).isEmpty();
            return new Result(posts, requests.get(), seconds, mostWaiting.get());
        }
    }

    /** Is called while a request is at the platform; once, requests wait there until every thread has one. */
    private void meet(PublishingFixture on) {
        requests.incrementAndGet();
        mostWaiting.accumulateAndGet(waiting(), Math::max);
        if (!together) {
            return;
        }
        var number = arrived.incrementAndGet();
        if (number == THREADS) {
            connectionsWhileAllWait = on.dataSource.getHikariPoolMXBean().getActiveConnections();
            everyThreadWaits.countDown();
        } else if (number < THREADS) {
            hold();
        }
    }

    private void hold() {
        try {
            assertThat(everyThreadWaits.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With this one. What has arrived within the latency is certainly not answered yet. */
    private int waiting() {
        synchronized (arrivals) {
            var now = System.nanoTime();
            arrivals.addLast(now);
            while (now - arrivals.getFirst() >= LATENCY.toNanos()) {
                arrivals.removeFirst();
            }
            return arrivals.size();
        }
    }

    /** With what only the test keeps set aside. */
    private static long heap(PublishingFixture on) {
        on.ledger.clear();
        on.events.clear();
        Mockito.clearInvocations(on.contents, on.media, on.people, on.flow, on.flows, on.accounts, on.screenings);
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000;
    }

    private static void limitConnections(PublishingFixture on) {
        on.dataSource.getHikariConfigMXBean().setMaximumPoolSize(FEW_CONNECTIONS);
        on.dataSource.getHikariPoolMXBean().softEvictConnections();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> on.dataSource.getHikariPoolMXBean().getTotalConnections() <= FEW_CONNECTIONS);
    }

    /** By a connection of the test's own. */
    private static long unpublished(PublishingFixture on) {
        var pool = on.dataSource;
        return JdbcClient.create(new DriverManagerDataSource(
                        pool.getJdbcUrl(), String.valueOf(pool.getUsername()), String.valueOf(pool.getPassword())))
                .sql("SELECT count(*) FROM publication WHERE state <> 'PUBLISHED'")
                .query(Long.class)
                .single();
    }
}
