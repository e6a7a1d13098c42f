package io.imprimatur.publishing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.review.ReleaseAnswer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise 8: nothing leaves from the moment in which the switch is pressed. */
class StopSwitchTest {
    private final ScriptedChannel blog = new ScriptedChannel("blog");
    private final PublishingFixture on =
            new PublishingFixture(PublishingFixture.properties(), fixture -> List.of(blog));

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void whatIsDueWaitsAndGoesOutWhenItIsLifted() {
        var revision = on.revision("blog");
        on.claim(revision);
        on.stop().set(true, "Something is wrong.", PublishingFixture.COMPLIANCE);
        on.runDue();
        on.elapse();
        on.runDue();
        assertThat(blog.sends).hasValue(0);
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.CLAIMED);
        assertThat(on.only(revision).attempts()).isZero();

        on.stop().set(false, "", PublishingFixture.COMPLIANCE);
        on.runDue();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(blog.sends).hasValue(1);
    }

    @Test
    void whatCrossedTheStopIsCheckedAgain() {
        var revision = on.revision("blog");
        on.claim(revision);
        on.stop().set(true, "", PublishingFixture.COMPLIANCE);
        on.release = any -> new ReleaseAnswer.Refused("stage-objects", "Legal objects.");
        on.stop().set(false, "", PublishingFixture.COMPLIANCE);
        on.runToEnd();
        assertThat(blog.sends).hasValue(0);
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.FAILED);
    }

    @Test
    void whatExpiredMeanwhileIsReviewedAgainWithoutAManagerAndSentOnceItIsApproved() {
        var revision = on.revision("blog");
        var permitted = on.release;
        on.claim(revision);
        on.release = any -> new ReleaseAnswer.Refused(ReleaseAnswer.EXPIRED, "Too old.");
        on.runToEnd();
        org.mockito.Mockito.verify(on.flow).releaseRefused(revision.contentId(), 1, ReleaseAnswer.EXPIRED);
        assertThat(on.publications().troubled()).isEmpty();

        on.release = permitted;
        on.claim(revision);
        on.runToEnd();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(blog.sends).hasValue(1);
    }

    @Test
    void aSendThatTheStopCutsOffBeforeItsRequestCostsNoTry() {
        var revision = on.revision("blog");
        on.claim(revision);
        blog.onPublish.add(post -> {
            on.stop().set(true, "", PublishingFixture.COMPLIANCE);
            return new PublishResult.RetryLater("platform-unreachable", null);
        });
        on.runDue();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.CLAIMED);
        assertThat(on.only(revision).attempts()).isZero();
        on.stop().set(false, "", PublishingFixture.COMPLIANCE);
        on.runDue();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void tellsHowManyHadBegunToBeSent() throws Exception {
        var revision = on.revision("blog");
        on.claim(revision);
        var sending = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        blog.onPublish.add(post -> {
            sending.countDown();
            await(goOn);
            return blog.accept(post);
        });
        var node = new Thread(on::runDue);
        node.start();
        assertThat(sending.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(on.stop().set(true, "", PublishingFixture.COMPLIANCE).leaving())
                .isEqualTo(1);
        goOn.countDown();
        node.join();
        assertThat(on.stop().state().leaving()).isZero();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void isPressedByComplianceOnlyAndNotedOnce() {
        assertThatThrownBy(() -> on.stop().set(true, "", PublishingFixture.MANAGER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("compliance-only"));
        on.stop().set(true, "First.", PublishingFixture.COMPLIANCE);
        on.stop().set(true, "Second.", PublishingFixture.COMPLIANCE);
        assertThat(on.stop().state().note()).isEqualTo("First.");
        assertThat(on.ledger)
                .filteredOn(entry -> entry.action().equals("PUBLISHING_STOPPED"))
                .hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
