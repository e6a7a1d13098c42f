package io.imprimatur.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Draft;
import io.imprimatur.content.Revision;
import io.imprimatur.content.internal.image.ImageSamples;
import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.platform.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContentServiceTest {
    private static final PolicyQuestion ANNOUNCED = new PolicyQuestion("ANNOUNCEMENT", List.of("newsroom"));

    private final Authors world = new Authors();

    private static Draft draft(String body) {
        return new Draft(
                ContentKind.ANNOUNCEMENT,
                "Flu shots",
                body,
                URI.create("https://example.org/flu"),
                List.of(),
                List.of("newsroom"),
                Authors.NOW.plus(Duration.ofDays(1)));
    }

    private Revision begin(String body) {
        var revision = world.contents.create(draft(body), "author");
        when(world.flow.atDraft(revision.contentId())).thenReturn(true);
        return revision;
    }

    private static void requireRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    @Test
    void beginsWithRevisionOneAndItsFlow() {
        var revision = begin("text");
        assertThat(revision.number()).isEqualTo(1);
        assertThat(world.contents.current(revision.contentId())).isEqualTo(revision);
        assertThat(world.contents.require(revision.contentId()).state()).isEqualTo(ContentState.DRAFT);
        verify(world.flow).start(revision.contentId(), 1, "author", ANNOUNCED);
        assertThat(world.ledger)
                .extracting(LedgerEntry::action, LedgerEntry::revisionHash)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("REVISION_CREATED", revision.hash()));
    }

    @Test
    void givesEqualTextsDifferentHashesSoThatNoApprovalIsShared() {
        var first = begin("text");
        var other = begin("text");
        var second = world.contents.revise(first.contentId(), 1, draft("changed"), "author");
        var undone = world.contents.revise(first.contentId(), 2, draft("text"), "author");
        assertThat(Set.of(first.hash(), other.hash(), second.hash(), undone.hash()))
                .hasSize(4);
        assertThat(first.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void keepsEveryRevisionAsItWas() {
        var first = begin("one");
        world.contents.revise(first.contentId(), 1, draft("two"), "author");
        assertThat(world.contents.revisions(first.contentId()))
                .extracting(Revision::body)
                .containsExactly("one", "two");
        verify(world.flow).draftRevised(first.contentId(), 2, "author", ANNOUNCED);
    }

    @Test
    void refusesToBuildOnARevisionThatIsNotTheCurrentOne() {
        var first = begin("one");
        world.contents.revise(first.contentId(), 1, draft("two"), "author");
        requireRefused(() -> world.contents.revise(first.contentId(), 1, draft("three"), "author"), "stale-revision");
        assertThat(world.contents.revisions(first.contentId())).hasSize(2);
    }

    @Test
    void letsOneOfTwoWritersOfTheSameRevisionWin() throws Exception {
        var first = begin("one");
        var barrier = new CyclicBarrier(2);
        Callable<Boolean> write = () -> {
            barrier.await();
            try {
                world.transactions.executeWithoutResult(
                        status -> world.contents.revise(first.contentId(), 1, draft("mine"), "author"));
                return true;
            } catch (Refusal stale) {
                assertThat(stale.kind().status()).isEqualTo(412);
                return false;
            }
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            var results = threads.invokeAll(List.of(write, write));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
        assertThat(world.contents.require(first.contentId()).revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "PARTLY_PUBLISHED", "PUBLISHING", "REJECTED", "WITHDRAWN"})
    void takesNoRevisionOnceItsWayIsOver(ContentState state) {
        var first = begin("one");
        world.contents.enter(first.contentId(), state);
        assertThatThrownBy(() -> world.contents.revise(first.contentId(), 1, draft("two"), "author"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind().status()).isEqualTo(409));
    }

    @Test
    void sendsARevisionMadeDuringReviewBackThroughScreening() {
        var first = begin("one");
        when(world.flow.atDraft(first.contentId())).thenReturn(false);
        world.contents.enter(first.contentId(), ContentState.IN_REVIEW);
        world.contents.revise(first.contentId(), 1, draft("two"), "author");
        verify(world.flow).submit(first.contentId(), 2);
        assertThat(world.contents.require(first.contentId()).state()).isEqualTo(ContentState.SCREENING);
        assertThat(world.events).contains(new ContentEvent.Submitted(first.contentId(), 2));
    }

    @Test
    void tellsStrangersThatThereIsNoSuchPiece() {
        var first = begin("one");
        requireRefused(() -> world.contents.revise(first.contentId(), 1, draft("x"), "colleague"), "content-not-found");
        requireRefused(() -> world.contents.submit(first.contentId(), "colleague", null), "content-not-found");
        requireRefused(() -> world.contents.revise(UUID.randomUUID(), 1, draft("x"), "author"), "content-not-found");
    }

    @Test
    void letsOnlyMembersOfTheGroupAuthorsWrite() {
        requireRefused(() -> world.contents.create(draft("one"), "legal"), "not-an-author");
        var first = begin("one");
        when(world.readers.mayRead(first.contentId(), "legal")).thenReturn(true);
        requireRefused(() -> world.contents.revise(first.contentId(), 1, draft("x"), "legal"), "not-an-author");
        requireRefused(() -> world.tasklist.createEmpty("ANNOUNCEMENT", "legal"), "not-an-author");
    }

    @Test
    void countsEveryAuthorOfAnyRevision() {
        var first = begin("one");
        when(world.readers.mayRead(first.contentId(), "colleague")).thenReturn(true);
        world.contents.revise(first.contentId(), 1, draft("two"), "colleague");
        assertThat(world.contents.authorsSincePublished(first.contentId()))
                .containsExactlyInAnyOrder("author", "colleague");
    }

    @Test
    void submitsOnceOnly() {
        var first = begin("one");
        world.contents.submit(first.contentId(), "author", null);
        verify(world.flow).submit(first.contentId(), 1);
        when(world.flow.atDraft(first.contentId())).thenReturn(false);
        requireRefused(() -> world.contents.submit(first.contentId(), "author", null), "already-submitted");
    }

    @Test
    void keepsWhyAnAuthorContests() {
        var first = begin("one");
        world.contents.submit(first.contentId(), "author", " It is the hospital's own number. ");
        assertThat(world.contents.contestOf(first.contentId(), 1)).contains("It is the hospital's own number.");
        assertThat(world.contents.contestOf(first.contentId(), 2)).isEmpty();
    }

    @Test
    void letsNoReasonTravelThatHoldsPatientData() {
        var first = begin("one");
        doThrow(Refusal.invalid("reason-identifies", "No."))
                .when(world.reasonCheck)
                .requireClear(any());
        requireRefused(() -> world.contents.submit(first.contentId(), "author", "123-45-6789"), "reason-identifies");
        verify(world.flow, never()).submit(any(), anyInt());
    }

    @Test
    void handsInAnEmptyPieceOfTasklistOnlyWhenItIsComplete() {
        var contentId = world.tasklist.createEmpty("PATIENT_STORY", "author");
        requireRefused(() -> world.tasklist.submitted(contentId, "author"), "title-missing");
        assertThat(world.contents.require(contentId).state()).isEqualTo(ContentState.DRAFT);
        when(world.flow.atDraft(contentId)).thenReturn(true);
        world.contents.revise(contentId, 1, draft("text"), "author");
        assertThat(world.tasklist.submitted(contentId, "author")).isEqualTo(2);
        assertThat(world.contents.require(contentId).state()).isEqualTo(ContentState.SCREENING);
        assertThat(world.ledger).extracting(LedgerEntry::action).contains("REVISION_SUBMITTED");
        requireRefused(() -> world.tasklist.createEmpty("POEM", "author"), "kind-unknown");
    }

    @Test
    void handsInOnlyWhatItsChannelsTake() {
        var draft =
                new Draft(ContentKind.PROMOTION, "Short", "a".repeat(101), null, List.of(), List.of("portal"), null);
        var contentId = world.contents.create(draft, "author").contentId();
        requireRefused(() -> world.tasklist.submitted(contentId, "author"), "too-long-for-channel");
        var none = new Draft(ContentKind.PROMOTION, "Short", "text", null, List.of(), List.of(), null);
        var other = world.contents.create(none, "author").contentId();
        requireRefused(() -> world.tasklist.submitted(other, "author"), "channels-missing");
    }

    @Test
    void handsInNothingForATimeThatHasPassed() {
        var draft = new Draft(
                ContentKind.PROMOTION, "T", "text", null, List.of(), List.of("newsroom"), Authors.NOW.minusSeconds(1));
        var contentId = world.contents.create(draft, "author").contentId();
        requireRefused(() -> world.tasklist.submitted(contentId, "author"), "publish-at-past");
    }

    private Draft pictured(UUID mediaId) {
        return new Draft(
                ContentKind.ANNOUNCEMENT,
                "Title",
                "text",
                null,
                List.of(new Draft.Image(mediaId, "A blue disc")),
                List.of("newsroom"),
                null);
    }

    @Test
    void showsImagesByTheirHashAndNobodyElsesImages() {
        var image = world.media.store(ImageSamples.taggedJpeg(), "author");
        var revision = world.contents.create(pictured(image.id()), "author");
        assertThat(world.contents.current(revision.contentId()).images())
                .containsExactly(new Revision.Image(image.id(), image.sha256(), "A blue disc"));
        requireRefused(() -> world.contents.create(pictured(image.id()), "colleague"), "image-not-found");
        requireRefused(() -> world.contents.create(pictured(UUID.randomUUID()), "author"), "image-not-found");
    }

    @Test
    void storesImagesWithoutTheirMetadata() {
        var image = world.media.store(ImageSamples.taggedJpeg(), "author");
        assertThat(ImageSamples.asText(world.media.bytes(image.id()))).doesNotContain(ImageSamples.MARKER);
        assertThat(image.type()).isEqualTo("image/jpeg");
    }

    @Test
    void refusesImagesThatAreTooLargeOrEmpty() {
        requireRefused(() -> world.media.store(new byte[10 * 1024 * 1024 + 1], "author"), "image-too-large");
        requireRefused(() -> world.media.store(new byte[0], "author"), "image-missing");
    }

    @Test
    void showsAnImageToWhoeverMayReadAPieceWithIt() {
        var image = world.media.store(ImageSamples.plain("png"), "author");
        var revision = world.contents.create(pictured(image.id()), "author");
        assertThat(world.media.requireReadable(image.id(), "author")).isEqualTo(image);
        requireRefused(() -> world.media.requireReadable(image.id(), "legal"), "image-not-found");
        when(world.readers.mayRead(revision.contentId(), "legal")).thenReturn(true);
        assertThat(world.media.requireReadable(image.id(), "legal")).isEqualTo(image);
        verify(world.readers).noteRead(revision.contentId(), "legal");
        verify(world.readers, never()).noteRead(revision.contentId(), "author");
    }

    @Test
    void listsLatestChangesFirstAndByState() {
        var mine = begin("one");
        var rejected = begin("two");
        world.contents.enter(rejected.contentId(), ContentState.REJECTED);
        var ids = Set.of(mine.contentId(), rejected.contentId());
        assertThat(world.contents.among(ids, Set.of(), 0, 10).items()).hasSize(2);
        assertThat(world.contents
                        .among(ids, Set.of(ContentState.REJECTED), 0, 10)
                        .items())
                .extracting(piece -> piece.id())
                .containsExactly(rejected.contentId());
        assertThat(world.contents.among(ids, Set.of(), 1, 1).total()).isEqualTo(2);
        assertThat(world.contents.among(Set.of(), Set.of(), 0, 10).items()).isEmpty();
        assertThat(world.contents.ofAuthor("nobody", Set.of(), 0, 10).total()).isZero();
    }
}
