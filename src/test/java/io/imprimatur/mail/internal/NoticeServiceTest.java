package io.imprimatur.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import io.imprimatur.content.ContentEvent;
import io.imprimatur.flow.StepReached;
import io.imprimatur.flow.TaskOpened;
import io.imprimatur.flow.TaskReminded;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Notice;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.screening.Verdict;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class NoticeServiceTest {
    private final MailWorld world = new MailWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    private void open() {
        world.writer.on(new TaskOpened(world.task(null)));
    }

    private void pass(Duration duration) {
        world.clock.pass(duration);
    }

    @Test
    void tellsEveryMemberOfTheGroupAndNobodyElse() {
        open();
        assertThat(world.readers()).containsExactly("lawyer", "legal");
        assertThat(world.service().deliverDue()).isEqualTo(2);
        assertThat(world.received())
                .flatExtracting(message -> List.of(message.getAllRecipients()))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("\"Dr. legal\" <legal@example.org>", "\"Dr. lawyer\" <lawyer@example.org>");
    }

    @Test
    void tellsNoAuthorToReviewTheOwnPiece() {
        when(world.contents.authorsSincePublished(world.contentId)).thenReturn(Set.of("author", "legal"));
        open();
        assertThat(world.readers()).containsExactly("lawyer");
    }

    @Test
    void linksStraightToTheTaskAsTextAndAsHtml() throws Exception {
        open();
        world.service().deliverDue();
        var message = world.received().get(0);
        assertThat(MailWorld.textOf(message))
                .contains("Open the task: https://imprimatur.example/camunda/app/tasklist/default/#/?task="
                        + world.taskId)
                .contains("href=\"https://imprimatur.example/camunda/app/tasklist/default/#/?task=" + world.taskId);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void carriesTheTextEscapedWhenScreeningIsClear() throws Exception {
        open();
        world.service().deliverDue();
        assertThat(MailWorld.textOf(world.received().get(0)))
                .contains("<b>" + MailWorld.MARKER + "</b> & more")
                .contains("&lt;b&gt;" + MailWorld.MARKER + "&lt;/b&gt; &amp; more")
                .contains("A syringe");
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"REVIEW", "BLOCK"})
    void carriesNothingOfTheTextWhenScreeningFoundSomething(Verdict verdict) throws Exception {
        world.screened(verdict);
        open();
        world.service().deliverDue();
        requireNoContent();
    }

    @Test
    void carriesNothingOfTheTextWhenItWasNotScreened() throws Exception {
        when(world.screenings.verdict(world.contentId, 1)).thenReturn(Optional.empty());
        open();
        world.service().deliverDue();
        requireNoContent();
    }

    @Test
    void tellsManagersAndTheGroupsHeadThatSomethingWaitsButNotWhat() throws Exception {
        world.writer.on(new TaskReminded(world.task(null), true));
        assertThat(world.readers()).containsExactly("head", "manager");
        world.service().deliverDue();
        requireNoContent();
    }

    @Test
    void tellsAGroupWhereAPostHasComeToOnceEachAndNothingOfIt() throws Exception {
        world.writer.on(new StepReached(world.contentId, 1, "legal", "Waits for the press office"));
        assertThat(world.readers()).containsExactly("lawyer", "legal");
        world.service().deliverDue();
        requireNoContent();
        assertThat(world.received()).hasSize(2).allSatisfy(message -> {
            assertThat(message.getSubject()).isEqualTo("A post has reached \"Waits for the press office\"");
            assertThat(MailWorld.textOf(message)).contains("/contents/" + world.contentId);
        });
    }

    private void requireNoContent() throws Exception {
        assertThat(world.received()).isNotEmpty();
        for (var message : world.received()) {
            assertThat(MailWorld.textOf(message))
                    .doesNotContain(MailWorld.MARKER)
                    .doesNotContain("syringe");
        }
    }

    @Test
    void remindsOnlyWhoHoldsTheTask() {
        world.writer.on(new TaskReminded(world.task("lawyer"), false));
        assertThat(world.readers()).containsExactly("lawyer");
    }

    @Test
    void writesOneNoticeAPersonHoweverOftenTheEngineRepeatsItself() {
        open();
        open();
        assertThat(world.readers()).containsExactly("lawyer", "legal");
    }

    @Test
    void sendsNothingAboutATaskThatIsDoneOrTaken() {
        open();
        when(world.flow.task(world.taskId)).thenReturn(Optional.of(world.task("lawyer")));
        assertThat(world.service().deliverDue()).isEqualTo(1);
        assertThat(world.state("legal")).isEqualTo("OBSOLETE");
        assertThat(world.state("lawyer")).isEqualTo("SENT");
    }

    @Test
    void sendsNothingToSomebodyWhoLeftTheGroup() {
        open();
        world.person("legal", "authors");
        world.service().deliverDue();
        assertThat(world.state("legal")).isEqualTo("OBSOLETE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Notice.Kind.class,
            names = {"TASK_.*|ANSWER|DIGEST|ADDRESS_.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    void tellsTheAuthorEveryOutcomeWithoutTheText(Notice.Kind outcome) throws Exception {
        world.writer.on(event(outcome));
        assertThat(world.readers()).containsExactly("author");
        assertThat(world.service().deliverDue()).isEqualTo(1);
        requireNoContent();
        assertThat(MailWorld.textOf(world.received().get(0)))
                .contains("https://imprimatur.example/contents/" + world.contentId);
    }

    private ContentEvent event(Notice.Kind outcome) {
        return switch (outcome) {
            case BLOCKED -> new ContentEvent.Blocked(world.contentId, 1);
            case APPROVED -> new ContentEvent.Approved(world.contentId, 1, "legal");
            case CHANGES_REQUESTED -> new ContentEvent.ChangesRequested(world.contentId, 1, "legal");
            case REJECTED -> new ContentEvent.Rejected(world.contentId, 1, "legal");
            case RELEASE_REFUSED -> new ContentEvent.ReleaseRefused(world.contentId, 1, "stage-not-approved");
            case PUBLISHED -> new ContentEvent.Published(world.contentId, 1, true);
            case WITHDRAWN -> new ContentEvent.Withdrawn(world.contentId, 1);
            default -> new ContentEvent.Published(world.contentId, 1, false);
        };
    }

    @Test
    void tellsTheAuthorWhereThePostIsLive() throws Exception {
        when(world.publications.ofContent(world.contentId))
                .thenReturn(List.of(new Publication(
                        UUID.randomUUID(),
                        world.contentId,
                        1,
                        "0",
                        "newsroom",
                        PublicationState.VERIFIED,
                        false,
                        "1",
                        URI.create("/newsroom/1"),
                        1,
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        null)));
        world.writer.on(event(Notice.Kind.PUBLISHED));
        world.service().deliverDue();
        assertThat(MailWorld.textOf(world.received().get(0))).contains("https://imprimatur.example/newsroom/1");
    }

    @Test
    void tellsTheAuthorAgainWhenChangesAreAskedForAgain() {
        world.writer.on(event(Notice.Kind.CHANGES_REQUESTED));
        world.writer.on(event(Notice.Kind.CHANGES_REQUESTED));
        assertThat(world.service().deliverDue()).isEqualTo(2);
    }

    /** The database is gone for the moment between the hand-over and the mark. */
    private NoticeStore forgetful() {
        return new NoticeStore(world.jdbc) {
            @Override
            void settle(UUID id, Notice.State state, String problem, Instant now) {
                throw new DataAccessResourceFailureException("gone");
            }
        };
    }

    private void crash() {
        assertThatThrownBy(() -> world.service(forgetful(), world.sender()).deliverDue())
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void repeatsOnceUnderTheSameMessageIdAfterACrashBetweenSendingAndMarking() throws Exception {
        world.writer.on(event(Notice.Kind.REJECTED));
        crash();
        assertThat(world.service().deliverDue()).as("while the lease runs").isZero();
        pass(Duration.ofMinutes(6));
        assertThat(world.service().deliverDue()).isEqualTo(1);
        assertThat(world.received()).hasSize(2);
        assertThat(world.received().get(0).getMessageID())
                .isEqualTo(world.received().get(1).getMessageID())
                .endsWith("@hospital.example>");
        pass(Duration.ofDays(1));
        assertThat(world.service().deliverDue()).isZero();
    }

    @Test
    void repeatsNoMoreThanOnceHoweverOftenItCrashes() {
        world.writer.on(event(Notice.Kind.REJECTED));
        crash();
        pass(Duration.ofMinutes(6));
        crash();
        pass(Duration.ofMinutes(6));
        assertThat(world.service().deliverDue()).isZero();
        assertThat(world.received()).hasSize(2);
        assertThat(world.state("author")).isEqualTo("FAILED");
    }

    @Test
    void triesAgainLaterAndParksWhatNeverSucceeds() {
        world.writer.on(event(Notice.Kind.REJECTED));
        var sender = world.sender();
        world.server.stop();
        var service = world.service(world.store, sender);
        for (var pause : List.of(Duration.ofSeconds(31), Duration.ofMinutes(6))) {
            assertThat(service.deliverDue()).isZero();
            assertThat(world.state("author")).isEqualTo("PENDING");
            pass(pause);
        }
        service.deliverDue();
        assertThat(world.state("author")).isEqualTo("FAILED");
        var failed = service.failed().stream()
                .filter(notice -> world.contentId.equals(notice.contentId()))
                .toList();
        assertThat(failed).extracting(Notice::problem).containsExactly("mail-server-refused");
        service.retry(failed.get(0).id());
        assertThat(world.state("author")).isEqualTo("PENDING");
        assertThatThrownBy(() -> service.retry(failed.get(0).id())).isInstanceOf(Refusal.class);
    }

    @Test
    void forgetsWhatWasSentInTimeAndNothingThatWaits() {
        open();
        when(world.flow.task(world.taskId)).thenReturn(Optional.of(world.task("lawyer")));
        world.service().deliverDue();
        world.writer.on(event(Notice.Kind.REJECTED));
        pass(Duration.ofDays(366));
        world.housekeeping().run();
        assertThat(world.readers()).containsExactly("author");
    }

    @Test
    void treatsATimeOutAfterTheHandOverLikeACrash() {
        world.writer.on(event(Notice.Kind.REJECTED));
        var attempts = new ArrayList<MimeMessage>();
        var silent = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object[] originals) {
                attempts.add(messages[0]);
                throw new MailSendException(
                        Map.of(messages[0], new jakarta.mail.MessagingException("?", new SocketTimeoutException())));
            }
        };
        var service = world.service(world.store, silent);
        for (int round = 0; round < 5; round++) {
            service.deliverDue();
            pass(Duration.ofMinutes(6));
        }
        assertThat(attempts).hasSize(2);
        assertThat(world.state("author")).isEqualTo("FAILED");
    }

    @Test
    void letsNoNameOrAddressBeginAHeaderOfItsOwn() {
        world.person(new Person("author", "Eve\r\nBcc: all@example.org", "author@example.org", Set.of("authors")));
        world.writer.on(event(Notice.Kind.REJECTED));
        world.service().deliverDue();
        assertThat(world.received()).hasSize(1).allSatisfy(message -> {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getAllRecipients()).hasSize(1);
        });
        world.person(new Person("author", "Eve", "author@example.org\r\nBcc: all@example.org", Set.of("authors")));
        world.writer.on(event(Notice.Kind.REJECTED));
        assertThat(world.service().deliverDue()).isZero();
        assertThat(world.received()).hasSize(1);
    }
}
