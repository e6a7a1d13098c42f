package io.imprimatur.publishing.internal;

import static io.imprimatur.publishing.PublicationState.CLAIMED;
import static io.imprimatur.publishing.PublicationState.DRIFTED;
import static io.imprimatur.publishing.PublicationState.FAILED;
import static io.imprimatur.publishing.PublicationState.PUBLISHED;
import static io.imprimatur.publishing.PublicationState.SENDING;
import static io.imprimatur.publishing.PublicationState.UNKNOWN;
import static io.imprimatur.publishing.PublicationState.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Revision;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.review.ReleaseAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationWorkTest {
    private static final ScriptedChannel BLOG = new ScriptedChannel("blog");
    private static final ScriptedChannel NEWS = new ScriptedChannel("news");
    private static PublishingFixture on;

    @BeforeAll
    static void start() {
        on = new PublishingFixture(PublishingFixture.properties(), fixture -> List.of(BLOG, NEWS));
    }

    @AfterAll
    static void stop() {
        on.close();
    }

    @BeforeEach
    void calm() {
        on.jdbc.sql("DELETE FROM publication").update();
        on.ledger.clear();
        on.events.clear();
        on.release = revision -> new ReleaseAnswer.Permitted(revision.hash());
        on.beforeLedger = () -> {};
        reset(on.flow);
        for (var channel : List.of(BLOG, NEWS)) {
            channel.sends.set(0);
            channel.behave();
        }
    }

    /** The process hears that everything is out and reaches {@code verifyLive}. */
    private static void publishAndVerify(Revision revision) {
        on.runToEnd();
        on.claims().compare(revision.contentId(), 1);
        on.runToEnd();
    }

    private static String key(Revision revision) {
        return PostKey.of(revision.title(), revision.contentId(), revision.number());
    }

    @Nested
    class Claiming {
        @Test
        void makesOneRowForEachChannelHoweverOftenItRuns() {
            var revision = on.revision("blog", "news");
            on.claim(revision);
            on.claim(revision);
            assertThat(on.publications().ofContent(revision.contentId()))
                    .extracting(publication -> publication.channel() + " " + publication.state())
                    .containsExactly("blog CLAIMED", "news CLAIMED");
            assertThat(on.state(revision)).isEqualTo(ContentState.PUBLISHING);
            assertThat(on.actions(revision)).containsExactly("PUBLICATION_CLAIMED", "PUBLICATION_CLAIMED");
        }

        @Test
        void leavesNothingBehindWhenTheLedgerCannotBeWritten() {
            var revision = on.revision("blog");
            on.beforeLedger = () -> {
                throw new IllegalStateException();
            };
            assertThatThrownBy(() -> on.claim(revision)).isInstanceOf(IllegalStateException.class);
            assertThat(on.publications().ofContent(revision.contentId())).isEmpty();
        }

        @Test
        void ofARefusedRevisionReturnsItToItsAuthor() {
            var revision = on.revision("blog");
            on.release = any -> new ReleaseAnswer.Refused("stage-not-approved", "Legal has not approved it.");
            assertThat(on.claims().claim(revision.contentId(), 1, "p:1")).isPresent();
            assertThat(on.publications().ofContent(revision.contentId())).isEmpty();
            assertThat(on.state(revision)).isEqualTo(ContentState.DRAFT);
            assertThat(on.actions(revision)).containsExactly("RELEASE_REFUSED");
            assertThat(on.events)
                    .contains(new ContentEvent.ReleaseRefused(revision.contentId(), 1, "stage-not-approved"));
        }

        @Test
        void ofATextThatIsNotTheApprovedOneIsRefused() {
            var revision = on.revision("blog");
            on.tamper(revision, "Something else.");
            assertThat(on.claims().claim(revision.contentId(), 1, "p:1")).isPresent();
        }
    }

    @Nested
    class Sending {
        @Test
        void publishesOnceTellsTheProcessAndIsVerified() {
            var revision = on.revision("blog", "news");
            on.claim(revision);
            on.runDue();
            verify(on.flow).publicationSettled(revision.contentId(), 1);
            verify(on.flow, never()).liveVerified(any(), anyInt());
            on.claims().compare(revision.contentId(), 1);
            on.runToEnd();
            assertThat(on.publications().ofContent(revision.contentId())).allSatisfy(publication -> {
                assertThat(publication.state()).isEqualTo(VERIFIED);
                assertThat(publication.url()).isNotNull();
                assertThat(publication.publishedAt()).isNotNull();
            });
            verify(on.flow).liveVerified(revision.contentId(), 1);
            assertThat(BLOG.live(key(revision))).isEqualTo(1);
            assertThat(NEWS.live(key(revision))).isEqualTo(1);
            assertThat(on.state(revision)).isEqualTo(ContentState.PUBLISHED);
            assertThat(on.events).contains(new ContentEvent.Published(revision.contentId(), 1, true));
            assertThat(on.actions(revision))
                    .containsSubsequence(
                            "PUBLICATION_CLAIMED",
                            "PUBLICATION_SENDING",
                            "PUBLICATION_PUBLISHED",
                            "PUBLICATION_VERIFIED");
        }

        @Test
        void asksTheReleaseCheckAgainAndSendsNothingWhenItRefuses() {
            var revision = on.revision("blog");
            on.claim(revision);
            on.release = any -> new ReleaseAnswer.Refused("new-revision", "There is a newer revision.");
            on.runToEnd();
            assertThat(BLOG.sends).hasValue(0);
            assertThat(on.only(revision).state()).isEqualTo(FAILED);
            verify(on.flow).openPublishIncident(revision.contentId(), Problems.RELEASE_REFUSED);
        }

        @Test
        void sendsNothingWhenTheReleaseCheckCannotAnswer() {
            var revision = on.revision("blog");
            on.claim(revision);
            on.release = any -> {
                throw new IllegalStateException("database away");
            };
            on.runDue();
            assertThat(on.only(revision).state()).isEqualTo(CLAIMED);
            assertThat(on.only(revision).problem()).isEqualTo(Problems.RELEASE_UNANSWERED);
            on.runToEnd();
            assertThat(BLOG.sends).hasValue(0);
            assertThat(on.only(revision).state()).isEqualTo(FAILED);
        }

        @Test
        void sendsNothingWhenTheStoredTextWasTamperedWith() {
            var revision = on.revision("blog");
            on.claim(revision);
            on.tamper(revision, "Something else.");
            on.runToEnd();
            assertThat(BLOG.sends).hasValue(0);
            assertThat(on.only(revision).problem()).isEqualTo(Problems.NOT_WHAT_WAS_APPROVED);
        }

        @Test
        void sendsNothingWhenAnImageWasTamperedWith() {
            var picture = on.image(new byte[] {1, 2, 3}, "A syringe");
            var revision = on.revision("Flu shots", "Come by.", List.of(picture), "blog");
            on.claim(revision);
            on.tamperWithImages();
            BLOG.onPublish.add(post -> {
                post.images().get(0).bytes();
                return BLOG.accept(post);
            });
            on.runToEnd();
            assertThat(BLOG.live(key(revision))).isZero();
            assertThat(on.only(revision).problem()).isEqualTo(Problems.NOT_WHAT_WAS_APPROVED);
        }

        @Test
        void holdsNeitherConnectionNorTransactionWhileThePlatformAnswers() {
            var revision = on.revision("blog");
            on.claim(revision);
            var held = new AtomicInteger(-1);
            BLOG.onPublish.add(post -> {
                held.set(on.dataSource.getHikariPoolMXBean().getActiveConnections());
                return BLOG.accept(post);
            });
            on.runDue();
            assertThat(held).hasValue(0);
        }

        @Test
        void triesLaterAndThenAsksAManager() {
            var revision = on.revision("blog");
            on.claim(revision);
            for (int i = 0; i < 3; i++) {
                BLOG.onPublish.add(post -> new PublishResult.RetryLater("platform-error", null));
            }
            on.runDue();
            assertThat(on.only(revision).state()).isEqualTo(CLAIMED);
            assertThat(BLOG.sends).hasValue(1);
            on.runToEnd();
            assertThat(BLOG.sends).hasValue(3);
            assertThat(on.only(revision).state()).isEqualTo(FAILED);
            assertThat(on.publications().troubled()).hasSize(1);
            verify(on.flow).openPublishIncident(revision.contentId(), "platform-error");
        }

        @Test
        void countsNoTryWhileThePlatformAsksToBeLeftAlone() {
            var first = on.revision("blog");
            var second = on.revision("blog");
            on.claim(first);
            on.claim(second);
            BLOG.onPublish.add(post -> new PublishResult.RetryLater("platform-throttles", Duration.ofMinutes(5)));
            on.runDue();
            assertThat(BLOG.sends).as("the pause holds for the whole account").hasValue(1);
            assertThat(on.publications().ofContent(first.contentId()))
                    .allSatisfy(
                            publication -> assertThat(publication.attempts()).isZero());
            on.runToEnd();
            assertThat(BLOG.live(key(first)) + BLOG.live(key(second))).isEqualTo(2);
        }

        @Test
        void givesUpOnAPlatformThatAlwaysAsksToBeLeftAlone() {
            var revision = on.revision("blog");
            on.claim(revision);
            on.jdbc
                    .sql("UPDATE publication SET tried_since = now() - interval '25 h'")
                    .update();
            BLOG.onPublish.add(post -> new PublishResult.RetryLater("platform-throttles", Duration.ofMinutes(5)));
            on.runToEnd();
            assertThat(on.only(revision).state()).isEqualTo(FAILED);
        }

        @Test
        void ofAChannelThatIsConfiguredNoLongerAsksAManager() {
            var revision = on.revision("gone");
            on.claim(revision);
            on.runToEnd();
            assertThat(on.only(revision).problem()).isEqualTo(Problems.CHANNEL_MISSING);
        }

        @Test
        void onTwoNodesAtOnceHappensOnce() throws Exception {
            var revisions = List.of(on.revision("blog"), on.revision("blog"), on.revision("blog"), on.revision("blog"));
            revisions.forEach(on::claim);
            var go = new CountDownLatch(1);
            var nodes = Executors.newFixedThreadPool(8);
            for (int node = 0; node < 8; node++) {
                var name = "node" + node;
                nodes.execute(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    while (on.work().runNext(name)) {
                        // until nothing is due
                    }
                });
            }
            go.countDown();
            nodes.shutdown();
            assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(BLOG.sends).hasValue(4);
            assertThat(revisions)
                    .allSatisfy(revision -> assertThat(BLOG.live(key(revision))).isEqualTo(1));
        }
    }

    @Nested
    class AnUnknownOutcome {
        @Test
        void isLookedForAndFoundLive() {
            var revision = on.revision("blog");
            on.claim(revision);
            BLOG.onPublish.add(post -> {
                BLOG.accept(post);
                return new PublishResult.Unknown("no-answer");
            });
            on.runDue();
            assertThat(on.only(revision).state()).isEqualTo(UNKNOWN);
            on.elapse();
            on.runDue();
            assertThat(on.only(revision).state()).isEqualTo(PUBLISHED);
            assertThat(BLOG.sends).hasValue(1);
        }

        @Test
        void isSentAgainOnlyWhenAbsenceIsProven() {
            var revision = on.revision("blog");
            on.claim(revision);
            BLOG.onPublish.add(post -> new PublishResult.Unknown("no-answer"));
            on.runToEnd();
            assertThat(BLOG.sends).hasValue(2);
            assertThat(BLOG.live(key(revision))).isEqualTo(1);
        }

        @Test
        void thatTheLookDoesNotClearUpWaitsForAManagerAndIsNeverSent() {
            var revision = on.revision("blog");
            on.claim(revision);
            BLOG.onPublish.add(post -> new PublishResult.Unknown("no-answer"));
            BLOG.onFind.add(post -> new Lookup.Unclear("changed-on-platform"));
            on.runToEnd();
            assertThat(on.only(revision).state()).isEqualTo(UNKNOWN);
            assertThat(on.only(revision).needsPerson()).isTrue();
            assertThat(BLOG.sends).hasValue(1);
            verify(on.flow).openPublishIncident(revision.contentId(), "changed-on-platform");
        }

        @Test
        void waitsForAManagerWhenThePlatformNeverAnswersTheLook() {
            var revision = on.revision("blog");
            on.claim(revision);
            BLOG.onPublish.add(post -> new PublishResult.Unknown("no-answer"));
            for (int i = 0; i < 3; i++) {
                BLOG.onFind.add(post -> new Lookup.Unavailable("platform-unreachable", null));
            }
            on.runToEnd();
            assertThat(on.only(revision).state()).isEqualTo(UNKNOWN);
            assertThat(on.only(revision).problem()).isEqualTo("platform-unreachable");
            assertThat(BLOG.sends).hasValue(1);
        }

        @Test
        void isSettledAsLiveByAManager() {
            var revision = unclear();
            on.publications().settleUnknown(on.only(revision).id(), true, PublishingFixture.MANAGER);
            BLOG.onFind.add(post -> {
                BLOG.accept(post);
                return new Lookup.Found("7", URI.create("https://platform.example/7"));
            });
            publishAndVerify(revision);
            assertThat(on.only(revision).state()).isEqualTo(VERIFIED);
            assertThat(BLOG.sends).hasValue(1);
            verify(on.flow).resolvePublishIncidents(revision.contentId());
        }

        @Test
        void isSentAgainWhenAManagerSaysThatItIsNotLive() {
            var revision = unclear();
            on.publications().settleUnknown(on.only(revision).id(), false, PublishingFixture.MANAGER);
            on.runToEnd();
            assertThat(on.only(revision).state()).isEqualTo(PUBLISHED);
            assertThat(BLOG.sends).hasValue(2);
            assertThat(on.ledger).anySatisfy(entry -> {
                assertThat(entry.actor()).isEqualTo(PublishingFixture.MANAGER);
                assertThat(entry.details()).containsEntry("act", "is-not-live");
            });
        }

        @Test
        void isSettledByManagersOnly() {
            var revision = unclear();
            var id = on.only(revision).id();
            assertThatThrownBy(() -> on.publications().settleUnknown(id, true, "author"))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("managers-only"));
            assertThatThrownBy(() -> on.publications().tryAgain(UUID.randomUUID(), PublishingFixture.MANAGER))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("publication-not-found"));
        }

        private Revision unclear() {
            var revision = on.revision("blog");
            on.claim(revision);
            BLOG.onPublish.add(post -> new PublishResult.Unknown("no-answer"));
            BLOG.onFind.add(post -> new Lookup.Unclear("changed-on-platform"));
            on.runToEnd();
            return revision;
        }
    }

    @Nested
    class ACrash {
        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void duringTheSendEndsWithThePostLiveOnce(boolean afterItWasTaken) {
            var revision = on.revision("blog");
            on.claim(revision);
            BLOG.onPublish.add(post -> {
                if (afterItWasTaken) {
                    BLOG.accept(post);
                }
                throw new Killed();
            });
            assertThatThrownBy(on::runDue).isInstanceOf(Killed.class);
            assertThat(on.only(revision).state()).isEqualTo(SENDING);
            on.runToEnd();
            assertThat(on.only(revision).state()).isEqualTo(PUBLISHED);
            assertThat(BLOG.live(key(revision))).isEqualTo(1);
            assertThat(on.actions(revision)).contains("PUBLICATION_UNKNOWN");
        }

        /** The ledger is written at: 1 SENDING, 2 PUBLISHED; 3 is after it, in the report to the process. */
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void whileAStepIsStoredLosesNothingAndRepeatsNothing(int entry) {
            var revision = on.revision("blog");
            on.claim(revision);
            var entries = new AtomicInteger();
            on.beforeLedger = () -> {
                if (entries.incrementAndGet() == entry) {
                    throw new Killed();
                }
            };
            assertThatThrownBy(on::runDue).isInstanceOf(Killed.class);
            on.runToEnd();
            assertThat(on.only(revision).state()).isEqualTo(PUBLISHED);
            assertThat(BLOG.live(key(revision))).isEqualTo(1);
        }

        @Test
        void beforeTheProcessHeardIsMadeUpFor() {
            var revision = on.revision("blog");
            on.claim(revision);
            doThrow(new Killed()).doNothing().when(on.flow).publicationSettled(any(), anyInt());
            assertThatThrownBy(on::runDue).isInstanceOf(Killed.class);
            assertThat(on.only(revision).state()).isEqualTo(PUBLISHED);
            on.runToEnd();
            verify(on.flow, times(2)).publicationSettled(revision.contentId(), 1);
        }

        @Test
        void ofTheEngineOnlyDelaysTheNews() {
            var revision = on.revision("blog");
            on.claim(revision);
            doThrow(new IllegalStateException("optimistic locking"))
                    .doNothing()
                    .when(on.flow)
                    .publicationSettled(any(), anyInt());
            on.runDue();
            assertThat(on.only(revision).state()).isEqualTo(PUBLISHED);
            on.runToEnd();
            verify(on.flow, times(2)).publicationSettled(revision.contentId(), 1);
        }

        @Test
        void letsAnotherNodeTakeOverAndTheFirstOnesLateOutcomeIsIgnored() {
            var revision = on.revision("blog");
            on.claim(revision);
            BLOG.onPublish.add(post -> {
                var taken = BLOG.accept(post);
                on.elapse();
                assertThat(on.work().runNext("another node")).isTrue();
                assertThat(on.only(revision).state()).isEqualTo(PUBLISHED);
                return taken instanceof PublishResult.Published ? new PublishResult.Refused("late") : taken;
            });
            on.runToEnd();
            assertThat(on.only(revision).state()).isEqualTo(PUBLISHED);
            assertThat(BLOG.live(key(revision))).isEqualTo(1);
        }
    }

    @Nested
    class OneChannelOfTwo {
        @Test
        void thatFailsLeavesThePiecePartlyPublishedAndOnlyItIsTriedAgain() {
            var revision = on.revision("blog", "news");
            on.claim(revision);
            BLOG.onPublish.add(post -> new PublishResult.Refused("credentials-refused"));
            on.runToEnd();
            assertThat(on.state(revision)).isEqualTo(ContentState.PARTLY_PUBLISHED);
            assertThat(on.events).contains(new ContentEvent.Published(revision.contentId(), 1, false));
            verify(on.flow, never()).publicationSettled(any(), anyInt());
            var stopped = on.publications().troubled();
            assertThat(stopped).hasSize(1);
            on.publications().tryAgain(stopped.get(0).id(), PublishingFixture.MANAGER);
            publishAndVerify(revision);
            verify(on.flow, atLeastOnce()).publicationSettled(revision.contentId(), 1);
            assertThat(on.state(revision)).isEqualTo(ContentState.PUBLISHED);
            assertThat(BLOG.sends).hasValue(2);
            assertThat(NEWS.sends).hasValue(1);
            assertThatThrownBy(() -> on.publications().tryAgain(stopped.get(0).id(), PublishingFixture.MANAGER))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("publication-not-stopped"));
        }
    }

    @Nested
    class WhatIsLive {
        @Test
        void andDiffersWaitsForAManagerWhoHasItComparedAgain() {
            var revision = different();
            assertThat(on.only(revision).state()).isEqualTo(DRIFTED);
            verify(on.flow).openPublishIncident(revision.contentId(), Problems.LIVE_DIFFERS);
            verify(on.flow, never()).liveVerified(any(), anyInt());
            assertThat(on.ledger)
                    .anySatisfy(entry -> assertThat(entry.details()).containsEntry("fields", "title"));
            on.publications().tryAgain(on.only(revision).id(), PublishingFixture.MANAGER);
            on.runToEnd();
            assertThat(on.only(revision).state()).isEqualTo(VERIFIED);
            verify(on.flow).liveVerified(revision.contentId(), 1);
        }

        @Test
        void andDiffersIsKeptByAManagerButNeverSentAgain() {
            var revision = different();
            var id = on.only(revision).id();
            assertThatThrownBy(() -> on.publications().settleUnknown(id, false, PublishingFixture.MANAGER))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("publication-settled"));
            on.publications().settleUnknown(id, true, PublishingFixture.MANAGER);
            on.runToEnd();
            assertThat(on.only(revision).state()).isEqualTo(DRIFTED);
            assertThat(on.publications().troubled()).isEmpty();
            verify(on.flow).liveVerified(revision.contentId(), 1);
            assertThat(BLOG.sends).hasValue(1);
        }

        @Test
        void andGoneIsToldToAManager() {
            var revision = on.revision("blog");
            on.claim(revision);
            on.runToEnd();
            BLOG.onRead.add(post -> new ReadBack.Missing());
            on.claims().compare(revision.contentId(), 1);
            on.runToEnd();
            assertThat(on.only(revision).problem()).isEqualTo(Problems.LIVE_MISSING);
            assertThat(BLOG.sends).hasValue(1);
        }

        @Test
        void andCannotBeReadIsTriedAgainAndThenToldToAManager() {
            var revision = on.revision("blog");
            on.claim(revision);
            on.runToEnd();
            BLOG.onRead.add(post -> new ReadBack.Unavailable("no-answer", null));
            publishAndVerify(revision);
            assertThat(on.only(revision).state()).isEqualTo(VERIFIED);
        }

        private Revision different() {
            var revision = on.revision("blog");
            on.claim(revision);
            on.runToEnd();
            BLOG.onRead.add(post -> {
                var view = ScriptedChannel.view(post);
                return new ReadBack.Read(
                        List.of(new LivePost("Another title", view.paragraphs(), view.link(), view.images())));
            });
            on.claims().compare(revision.contentId(), 1);
            on.runToEnd();
            return revision;
        }
    }

    /** The process dies here: nothing after it runs. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
