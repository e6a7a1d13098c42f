package io.imprimatur.publishing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Piece;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.Question;
import io.imprimatur.platform.Page;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.PreservedPost;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.WithdrawalReason;
import io.imprimatur.publishing.Withdrawals;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Taking down: what is live is kept first, and every channel is followed until the post is gone. */
class WithdrawalTest {
    private final ScriptedChannel blog = new ScriptedChannel("blog");
    private final ScriptedChannel news = new ScriptedChannel("news");
    private final PublishingFixture on =
            new PublishingFixture(PublishingFixture.properties(), fixture -> List.of(blog, news));

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void preservesWhatIsLiveTakesItDownEverywhereAndTellsTheProcess() {
        var revision = published("blog", "news");
        blog.onRead.add(post -> new ReadBack.Read(List.of(new LivePost(
                "Shown title",
                List.of("Shown text."),
                null,
                List.of(LivePost.Image.reworked("A nurse", new Picture("image/png", new byte[] {7})))))));
        var withdrawal = order(revision, WithdrawalReason.INCORRECT);
        assertThat(on.state(revision)).isEqualTo(ContentState.WITHDRAWING);
        verify(on.flows).withdraw(eq(withdrawal.id()), eq(revision.contentId()), eq(1), isNull());
        verify(on.flows).cancelApproval(revision.contentId());

        on.runToEnd();

        assertThat(states(revision)).containsOnly(PublicationState.WITHDRAWN);
        assertThat(on.state(revision)).isEqualTo(ContentState.WITHDRAWN);
        verify(on.flows, atLeastOnce()).takenDown(withdrawal.id());
        var kept = on.withdrawals().preserved(revision.contentId());
        assertThat(kept).hasSize(2).anySatisfy(post -> {
            assertThat(post.channel()).isEqualTo("blog");
            assertThat(post.source()).isEqualTo(PreservedPost.Source.LIVE);
            assertThat(post.text()).isEqualTo("Shown title\n\nShown text.");
            assertThat(post.address()).isNotNull();
            assertThat(post.publishedAt()).isNotNull();
            assertThat(post.pictures()).singleElement().satisfies(picture -> {
                assertThat(picture.altText()).isEqualTo("A nurse");
                assertThat(on.withdrawals().picture(revision.contentId(), picture.id()))
                        .get()
                        .satisfies(bytes -> assertThat(bytes.bytes()).containsExactly(7));
            });
        });
        assertThat(on.actions(revision))
                .contains("WITHDRAWAL_ORDERED", "LIVE_POST_PRESERVED", "PUBLICATION_WITHDRAWN", "WITHDRAWAL_COMPLETED");
    }

    @Test
    void preservesBeforeItTakesDown() {
        var revision = published("blog");
        blog.onWithdraw.add(post -> {
            assertThat(on.withdrawals().preserved(revision.contentId())).hasSize(1);
            return new Takedown.Unavailable("platform-error", null);
        });
        order(revision, WithdrawalReason.LEGAL);
        on.runToEnd();
        assertThat(states(revision)).containsOnly(PublicationState.WITHDRAWN);
    }

    @Test
    void keepsWhatWasApprovedWhereThePlatformCannotBeRead() {
        var revision = published("blog");
        for (int i = 0; i < 2; i++) {
            blog.onRead.add(post -> new ReadBack.Unavailable("platform-error", null));
        }
        order(revision, WithdrawalReason.INCORRECT);
        on.runToEnd();
        assertThat(on.withdrawals().preserved(revision.contentId()))
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.source()).isEqualTo(PreservedPost.Source.APPROVED);
                    assertThat(post.problem()).isEqualTo("platform-error");
                    assertThat(post.text()).contains("Flu shots from Monday");
                });
        assertThat(states(revision)).containsOnly(PublicationState.WITHDRAWN);
    }

    @Test
    void neverSendsWhatWasNotSentYet() {
        var revision = on.revision("blog");
        on.claim(revision);
        order(revision, WithdrawalReason.OUTDATED);
        on.runToEnd();
        assertThat(blog.sends).hasValue(0);
        assertThat(states(revision)).containsOnly(PublicationState.WITHDRAWN);
        assertThat(on.only(revision).problem()).isEqualTo(Problems.NEVER_SENT);
    }

    @Test
    void takesDownWhatAnUnansweredSendLeftBehind() {
        var revision = on.revision("blog");
        on.claim(revision);
        blog.onPublish.add(post -> {
            blog.accept(post);
            return new PublishResult.Unknown("no-answer");
        });
        on.runDue();
        order(revision, WithdrawalReason.INCORRECT);
        on.runToEnd();
        assertThat(states(revision)).containsOnly(PublicationState.WITHDRAWN);
        assertThat(blog.live(PostKey.of(revision.title(), revision.contentId(), 1)))
                .isZero();
    }

    @Test
    void asksAPersonWhereNoProgramMayTakeItDownAndBelievesThemOnlyWhenItIsGone() {
        var revision = published("blog");
        blog.onWithdraw.add(post -> new Takedown.ByHand("platform-refuses", URI.create("https://platform.example/1")));
        order(revision, WithdrawalReason.INCORRECT);
        on.runToEnd();
        var waiting = on.only(revision);
        assertThat(waiting.state()).isEqualTo(PublicationState.WITHDRAWING);
        assertThat(waiting.needsPerson()).isTrue();
        verify(on.flows).ask(waiting.id(), revision.contentId(), 1, Question.BY_HAND);
        assertThat(on.state(revision)).isEqualTo(ContentState.WITHDRAWING);

        blog.onWithdraw.add(post -> new Takedown.ByHand("platform-refuses", URI.create("https://platform.example/1")));
        on.publications().settleUnknown(waiting.id(), false, PublishingFixture.COMPLIANCE);
        on.runToEnd();
        assertThat(on.only(revision).state())
                .as("it is still seen, so it is asked again")
                .isEqualTo(PublicationState.WITHDRAWING);

        blog.onRead.add(post -> new ReadBack.Missing());
        on.publications().settleUnknown(waiting.id(), false, PublishingFixture.COMPLIANCE);
        on.runToEnd();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.WITHDRAWN);
        assertThat(on.state(revision)).isEqualTo(ContentState.WITHDRAWN);
    }

    @Test
    void isNotDoneWhileReadersStillSeeThePost() {
        var revision = published("blog");
        for (int i = 0; i < 10; i++) {
            blog.onWithdraw.add(post -> new Takedown.Done());
        }
        order(revision, WithdrawalReason.INCORRECT);
        on.runToEnd();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.WITHDRAWING);
        assertThat(on.only(revision).problem()).isEqualTo(Problems.STILL_LIVE);
        assertThat(on.only(revision).needsPerson()).isTrue();
    }

    @Test
    void reachesAPublicationThatIsJustBeingSent() {
        var revision = on.revision("blog");
        on.claim(revision);
        blog.onPublish.add(post -> {
            order(revision, WithdrawalReason.PRIVACY);
            return blog.accept(post);
        });
        on.runToEnd();
        assertThat(states(revision)).containsOnly(PublicationState.WITHDRAWN);
        assertThat(blog.live(PostKey.of(revision.title(), revision.contentId(), 1)))
                .isZero();
    }

    @Test
    void leavesToAPersonWhatMayBeLiveSomewhere() {
        var revision = on.revision("blog");
        on.claim(revision);
        blog.onPublish.add(post -> new PublishResult.Unknown("no-answer"));
        on.runDue();
        blog.onFind.add(post -> new Lookup.Unclear("absence-not-proven"));
        order(revision, WithdrawalReason.INCORRECT);
        on.runToEnd();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.WITHDRAWING);
        assertThat(on.only(revision).problem()).isEqualTo(Problems.LIVE_UNKNOWN);
        on.publications().settleUnknown(on.only(revision).id(), false, PublishingFixture.MANAGER);
        on.runToEnd();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.WITHDRAWN);
        assertThat(on.only(revision).problem()).isEqualTo(Problems.TAKEN_AT_WORD);
    }

    @Test
    void forPrivacyNamesTheLastDayOfTheSixtyDays() {
        var revision = published("blog");
        var day = LocalDate.now(java.time.Clock.systemDefaultZone()).minusDays(3);
        var withdrawal = on.withdrawals()
                .order(
                        revision.contentId(),
                        new Withdrawals.Order(WithdrawalReason.PRIVACY, "", day),
                        PublishingFixture.COMPLIANCE);
        assertThat(withdrawal.discoveredOn()).isEqualTo(day);
        assertThat(Objects.requireNonNull(withdrawal.assessBy())
                        .atZone(ZoneId.systemDefault())
                        .toLocalDate())
                .isEqualTo(day.plusDays(60));
        verify(on.flows).withdraw(eq(withdrawal.id()), eq(revision.contentId()), eq(1), eq(withdrawal.assessBy()));
    }

    @Test
    void ofWhatNobodyCanHaveSeenIsNoIncidentAndDoneAtOnce() {
        var revision = on.revision("blog");
        var withdrawal = order(revision, WithdrawalReason.PRIVACY);
        assertThat(withdrawal.assessBy()).isNull();
        assertThat(withdrawal.completedAt()).isNotNull();
        assertThat(on.state(revision)).isEqualTo(ContentState.WITHDRAWN);
        verify(on.flows, never()).withdraw(any(), any(), anyInt(), any());
    }

    @Test
    void isOrderedOnceAndByThoseWhoMay() {
        var revision = published("blog");
        assertThatThrownBy(() -> on.withdrawals()
                        .order(revision.contentId(), new Withdrawals.Order(WithdrawalReason.OTHER, "", null), "author"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-allowed-to-withdraw"));
        order(revision, WithdrawalReason.OTHER);
        assertThatThrownBy(() -> order(revision, WithdrawalReason.OTHER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("withdrawn"));
    }

    @Test
    void ofAllOfAKindReachesEachOfThem() {
        var first = published("blog");
        var second = published("news");
        var pieces = new Page<>(List.of(piece(first), piece(second)), 0, 100, 2);
        when(on.contents.all(any(), eq(0), anyInt())).thenReturn(pieces);
        var ordered = on.withdrawals()
                .orderAll(
                        ContentKind.ANNOUNCEMENT,
                        new Withdrawals.Order(WithdrawalReason.LEGAL, "", null),
                        PublishingFixture.COMPLIANCE);
        on.runToEnd();
        assertThat(ordered).hasSize(2);
        assertThat(states(first)).containsOnly(PublicationState.WITHDRAWN);
        assertThat(states(second)).containsOnly(PublicationState.WITHDRAWN);
    }

    @Test
    void goesOnWhilePublishingIsStopped() {
        var revision = published("blog");
        on.stop().set(true, "", PublishingFixture.COMPLIANCE);
        order(revision, WithdrawalReason.PRIVACY);
        on.runToEnd();
        assertThat(states(revision)).containsOnly(PublicationState.WITHDRAWN);
    }

    private Revision published(String... channels) {
        var revision = on.revision(channels);
        on.claim(revision);
        on.runDue();
        on.claims().compare(revision.contentId(), 1);
        on.runToEnd();
        assertThat(states(revision)).containsOnly(PublicationState.VERIFIED);
        return revision;
    }

    private io.imprimatur.publishing.Withdrawal order(Revision revision, WithdrawalReason reason) {
        return on.withdrawals()
                .order(revision.contentId(), new Withdrawals.Order(reason, "", null), PublishingFixture.COMPLIANCE);
    }

    private Piece piece(Revision revision) {
        return on.contents.require(revision.contentId());
    }

    private List<PublicationState> states(Revision revision) {
        return on.publications().ofContent(revision.contentId()).stream()
                .map(publication -> publication.state())
                .toList();
    }
}
