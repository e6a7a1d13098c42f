package io.imprimatur.publishing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.content.Revision;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Promise 2 under faults of every kind at every step, on a platform that would take the same post any number of times. */
class RandomFaultsTest {
    private static final int POSTS = 150;
    private static final long SEED = 20_260_717L;

    private final Random random = new Random(SEED);
    private final ScriptedChannel blog = new ScriptedChannel("blog");
    private final ScriptedChannel news = new ScriptedChannel("news");

    @Test
    void everyPostEndsLiveOnceOrWaitsForAManagerAndIsNeverTwiceNorLost() {
        try (var on = new PublishingFixture(PublishingFixture.properties(), fixture -> List.of(blog, news))) {
            var revisions = new ArrayList<Revision>();
            for (int i = 0; i < POSTS; i++) {
                var revision = on.revision("blog", "news");
                revisions.add(revision);
                on.claim(revision);
            }
            on.beforeLedger = () -> {
                if (random.nextInt(40) == 0) {
                    throw new Killed();
                }
            };
            runThroughCrashes(on, 4);
            revisions.forEach(revision -> compare(on, revision));
            runThroughCrashes(on, 4);
            on.beforeLedger = () -> {};
            List.of(blog, news).forEach(ScriptedChannel::behave);
            on.runToEnd();
            for (var revision : revisions) {
                assertThat(on.publications().ofContent(revision.contentId()))
                        .hasSize(2)
                        .allSatisfy(this::isLiveAsOftenAsItSays);
            }
            var endings = revisions.stream()
                    .flatMap(revision -> on.publications().ofContent(revision.contentId()).stream())
                    .map(Publication::state)
                    .toList();
            assertThat(endings)
                    .as("the faults must be hard enough to show each ending")
                    .contains(PublicationState.VERIFIED, PublicationState.FAILED, PublicationState.UNKNOWN);
        }
    }

    private void isLiveAsOftenAsItSays(Publication publication) {
        var channel = publication.channel().equals("blog") ? blog : news;
        var live = channel.live(PostKey.of("Flu shots from Monday", publication.contentId(), 1));
        switch (publication.state()) {
            case PUBLISHED, VERIFIED, UNVERIFIED, DRIFTED -> assertThat(live).isEqualTo(1);
            case FAILED -> {
                assertThat(live).isZero();
                assertThat(publication.needsPerson()).isTrue();
            }
            case UNKNOWN -> {
                assertThat(live).isLessThanOrEqualTo(1);
                assertThat(publication.needsPerson()).isTrue();
            }
            case CLAIMED, SENDING, REMOVED_EXTERNALLY, WITHDRAWING, WITHDRAWN ->
                throw new AssertionError("Left in " + publication.state());
        }
    }

    private void compare(PublishingFixture on, Revision revision) {
        try {
            on.claims().compare(revision.contentId(), 1);
        } catch (Killed again) {
            compare(on, revision);
        }
    }

    /** Each round lets every wait end, and loads the channels with new faults. */
    private void runThroughCrashes(PublishingFixture on, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (var channel : List.of(blog, news)) {
                for (int i = 0; i < POSTS; i++) {
                    channel.onPublish.add(post -> publish(channel, post));
                    channel.onFind.add(post -> find(channel, post));
                    channel.onRead.add(post -> random.nextInt(3) == 0
                            ? new ReadBack.Unavailable("no-answer", null)
                            : new ReadBack.Read(List.of(ScriptedChannel.view(post))));
                }
            }
            var crashed = true;
            while (crashed) {
                try {
                    on.runDue();
                    crashed = false;
                } catch (Killed dead) {
                    crashed = true;
                }
            }
            on.elapse();
        }
    }

    private PublishResult publish(ScriptedChannel channel, Post post) {
        switch (random.nextInt(10)) {
            case 0:
                throw new Killed();
            case 1:
                channel.accept(post);
                throw new Killed();
            case 2:
                return new PublishResult.Unknown("no-answer");
            case 3:
                channel.accept(post);
                return new PublishResult.Unknown("no-answer");
            case 4:
                return new PublishResult.RetryLater("platform-error", null);
            case 5:
                return new PublishResult.RetryLater("platform-throttles", Duration.ofMinutes(2));
            case 6:
                return new PublishResult.Refused("platform-refuses");
            case 7:
                channel.accept(post);
                throw new IllegalStateException("a fault of the adapter");
            default:
                return channel.accept(post);
        }
    }

    private Lookup find(ScriptedChannel channel, Post post) {
        switch (random.nextInt(5)) {
            case 0:
                throw new Killed();
            case 1:
                return new Lookup.Unavailable("no-answer", null);
            case 2:
                return new Lookup.Unclear("changed-on-platform");
            default:
                return channel.live(post) > 0
                        ? new Lookup.Found("1", URI.create("https://platform.example/1"))
                        : new Lookup.Absent();
        }
    }

    /** The process dies here: nothing after it runs. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
