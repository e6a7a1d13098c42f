package io.imprimatur.publishing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imprimatur.content.Revision;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import io.imprimatur.publishing.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many posts on all channels by two nodes under faults of every kind, with the stop pressed in the middle and leases that end
 * too early, as of a node that was suspended. Its result is written to {@code target/fault-campaign.txt}.
 */
@Tag("fault-campaign")
class FaultCampaignTest {
    private static final int POSTS = Integer.getInteger("imprimatur.test.campaign-posts", 500);
    private static final long SEED = Long.getLong("imprimatur.test.campaign-seed", 20_261_123L);
    private static final int THREADS_OF_EACH_NODE = 4;
    private static final Duration READ_TIMEOUT = Duration.ofMillis(1500);
    private static final Duration TOO_LATE = Duration.ofMillis(1800);
    private static final Duration SLOW = Duration.ofMillis(100);

    /** At most. */
    private static final Duration UNREACHABLE = Duration.ofMillis(50);

    private static final Duration LEFT_BY_THE_DEAD = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Path RESULT = Path.of("target", "fault-campaign.txt");

    private final FaultyWorld world = new FaultyWorld();
    private final RandomFaults faults = new RandomFaults(SEED);
    private final AtomicInteger writes = new AtomicInteger();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private @Nullable FaultProxy proxy;

    @Test
    void everyPostIsPublicOnceOrAPersonIsAsked() throws Exception {
        var properties = FaultyWorld.properties(READ_TIMEOUT);
        try (var sandbox = new Sandbox(0, Duration.ZERO, world.platforms());
                var between = new FaultProxy(
                        URI.create(sandbox.url("")),
                        SLOW,
                        TOO_LATE,
                        request -> faults.next(request, (key, fault) -> RandomFaults.plan(sandbox, key, fault)));
                var on = new PublishingFixture(
                        properties,
                        fixture -> world.channels(fixture, fixture.http, properties, key -> between.url()))) {
            proxy = between;
            var ignored = later.scheduleWithFixedDelay(
                    between::accept, UNREACHABLE.toMillis(), UNREACHABLE.toMillis(), TimeUnit.MILLISECONDS);
            world.platforms()
                    .forEach(platform -> sandbox.onRequest(request -> {
                        if (request.baseUrl().endsWith("/" + platform.key()) && platform.writes(request)) {
                            writes.incrementAndGet();
                        }
                    }));
            var otherHttp = new ChannelHttp(properties);
            var other = on.anotherNode(
                    properties, otherHttp, world.channels(on, otherHttp, properties, key -> between.url()));
            var posts = IntStream.range(0, POSTS).mapToObj(i -> claim(on, i)).toList();
            on.beforeLedger = () -> {
                if (Nodes.here() && faults.kills()) {
                    throw new Nodes.Killed();
                }
            };
            try (var nodes = new Nodes(List.of(on.work(), other), THREADS_OF_EACH_NODE)) {
                run(on, nodes, posts);
                requireEachPublicOnce(on, posts, nodes);
            }
        } finally {
            later.shutdownNow();
        }
    }

    private void run(PublishingFixture on, Nodes nodes, List<Revision> posts) {
        var all = (long) POSTS * world.keys().size();
        untilClaimedAreAtMost(on, all * 2 / 3);
        stopInTheMiddle(on, nodes);
        for (var left : List.of(all / 2, all / 3, all / 6)) {
            untilClaimedAreAtMost(on, left);
            endLeases(on);
        }
        untilNothingIsDue(on);
        posts.forEach(post -> on.claims().compare(post.contentId(), 1));
        endLeases(on);
        untilNothingIsDue(on);
        faults.set(false);
        posts.forEach(post -> on.claims().compare(post.contentId(), 1));
        endLeases(on);
        untilNothingIsDue(on);
        nodes.awaitBegunSteps();
        between().settle();
    }

    private void stopInTheMiddle(PublishingFixture on, Nodes nodes) {
        on.stop().set(true, "", PublishingFixture.COMPLIANCE);
        nodes.awaitBegunSteps();
        between().settle();
        var before = writes.get();
        var newsroom = newsroomPosts(on);
        endLeases(on);
        await().atMost(PATIENCE).until(() -> {
            elapse(on);
            endLeases(on, LEFT_BY_THE_DEAD);
            return count(on, "due_at IS NOT NULL AND state <> 'CLAIMED'") == 0;
        });
        nodes.awaitBegunSteps();
        between().settle();
        assertThat(count(on, "due_at <= now() AND state = 'CLAIMED'"))
                .as("something wants to leave")
                .isPositive();
        assertThat(writes.get()).as("nothing left since the stop").isEqualTo(before);
        assertThat(newsroomPosts(on)).isEqualTo(newsroom);
        on.stop().set(false, "", PublishingFixture.COMPLIANCE);
    }

    private void requireEachPublicOnce(PublishingFixture on, List<Revision> posts, Nodes nodes) throws IOException {
        var table = new TreeMap<String, Map<String, Integer>>();
        var wrong = new StringBuilder();
        for (int i = 0; i < POSTS; i++) {
            var publications = on.publications().ofContent(posts.get(i).contentId());
            assertThat(publications).hasSize(world.keys().size());
            for (var publication : publications) {
                var live = world.live(on, publication.channel(), word(i));
                var ending =
                        publication.state() + (publication.needsPerson() ? " (person)" : "") + ", " + live + " live";
                table.computeIfAbsent(ending, none -> new TreeMap<>()).merge(publication.channel(), 1, Integer::sum);
                if (!isRight(publication, live, faults.createdTwice(word(i)))) {
                    wrong.append(word(i) + " on " + publication.channel() + " is " + ending + ", "
                            + publication.problem() + ", attempts " + publication.attempts() + "\n");
                }
            }
        }
        write(table, nodes, wrong.toString());
        assertThat(wrong.toString()).isEmpty();
        assertThat(nodes.faults()).isEmpty();
        assertThat(table.getOrDefault("VERIFIED, 1 live", Map.of()))
                .as("the faults must not be so hard that nothing gets through")
                .hasSize(world.keys().size())
                .allSatisfy((channel, verified) -> assertThat(verified).isGreaterThan(POSTS / 2));
        assertThat(table.keySet())
                .as("the faults must be hard enough to show each ending")
                .contains("VERIFIED, 1 live", "UNKNOWN (person), 0 live", "FAILED (person), 0 live");
    }

    private static boolean isRight(Publication publication, long live, boolean createdTwice) {
        var atMost = createdTwice && publication.channel().equals("facebook") ? 2 : 1;
        return switch (publication.state()) {
            case PUBLISHED, VERIFIED, UNVERIFIED -> live >= 1 && live <= atMost;
            case UNKNOWN -> live <= atMost && publication.needsPerson();
            case FAILED -> live == 0 && publication.needsPerson();
            case CLAIMED, SENDING, DRIFTED, REMOVED_EXTERNALLY, WITHDRAWING, WITHDRAWN -> false;
        };
    }

    private void write(Map<String, Map<String, Integer>> table, Nodes nodes, String wrong) throws IOException {
        var text = new StringBuilder();
        text.append(POSTS + " posts on each of " + world.keys().size() + " channels, seed " + SEED + "\n");
        text.append(faults.summary()).append("; nodes killed: " + nodes.killed() + "\n\n");
        text.append("%-28s".formatted("ending"));
        world.keys().forEach(key -> text.append("%10s".formatted(key)));
        table.forEach((ending, counts) -> {
            text.append("\n%-28s".formatted(ending));
            world.keys().forEach(key -> text.append("%10d".formatted(counts.getOrDefault(key, 0))));
        });
        text.append("\n\n").append(wrong.isEmpty() ? "All as promised.\n" : "Not as promised:\n" + wrong);
        Files.writeString(RESULT, text);
    }

    private Revision claim(PublishingFixture on, int i) {
        var channels = world.keys().toArray(String[]::new);
        var revision = FaultyWorld.revision(on, word(i), i % 3 == 0, channels);
        on.claim(revision);
        return revision;
    }

    private static String word(int i) {
        return "word" + i;
    }

    private FaultProxy between() {
        return java.util.Objects.requireNonNull(proxy);
    }

    private static void untilClaimedAreAtMost(PublishingFixture on, long most) {
        await().atMost(PATIENCE).until(() -> {
            elapse(on);
            return count(on, "state = 'CLAIMED'") <= most;
        });
    }

    private static void untilNothingIsDue(PublishingFixture on) {
        await().atMost(PATIENCE).until(() -> {
            elapse(on);
            endLeases(on, LEFT_BY_THE_DEAD);
            return count(on, "due_at IS NOT NULL OR report_at IS NOT NULL") == 0;
        });
    }

    /** Waits end, but not before a request that came too late has arrived. */
    private static void elapse(PublishingFixture on) {
        on.jdbc.sql("DELETE FROM channel_pause").update();
        update(
                on,
                "due_at = clock_timestamp()",
                "due_at > clock_timestamp() AND lease_owner IS NULL"
                        + " AND changed_at < clock_timestamp() - interval '1 s'");
        update(on, "report_at = clock_timestamp()", "report_at > clock_timestamp()");
    }

    /** Of all nodes at once, whatever they are doing. */
    private static void endLeases(PublishingFixture on) {
        endLeases(on, Duration.ZERO);
    }

    private static void endLeases(PublishingFixture on, Duration age) {
        var left = PublishingFixture.properties().worker().lease().minus(age);
        update(
                on,
                "lease_until = clock_timestamp(), due_at = clock_timestamp()",
                "lease_owner IS NOT NULL AND lease_until < clock_timestamp() + interval '" + left.toSeconds() + " s'");
    }

    /** Leaves alone what a node is just changing, so that none waits for another in a circle. */
    private static void update(PublishingFixture on, String change, String condition) {
        on.jdbc
                .sql("UPDATE publication SET " + change + " WHERE id IN (SELECT id FROM publication WHERE " + condition
                        + " FOR UPDATE SKIP LOCKED)")
                .update();
    }

    private static long count(PublishingFixture on, String condition) {
        return on.jdbc
                .sql("SELECT count(*) FROM publication WHERE " + condition)
                .query(Long.class)
                .single();
    }

    private static long newsroomPosts(PublishingFixture on) {
        return on.jdbc
                .sql("SELECT count(*) FROM newsroom_post")
                .query(Long.class)
                .single();
    }
}
