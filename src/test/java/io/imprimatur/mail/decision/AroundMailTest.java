package io.imprimatur.mail.decision;

import static io.imprimatur.mail.decision.MailHouse.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.imprimatur.flow.TaskReminded;
import io.imprimatur.identity.People;
import io.imprimatur.mail.MailRound;
import io.imprimatur.mail.Notices;
import io.imprimatur.mail.Undeliverable;
import io.imprimatur.mail.decision.Preferences.Preference;
import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.ReflectionTestUtils;

/** Reminders, the daily list, what people choose, mail that comes back, faults, and what is forgotten in time. */
@IntegrationTest
class AroundMailTest {
    MailHouse house;

    @Autowired
    Preferences preferences;

    @Autowired
    List<MailRound> rounds;

    @Autowired
    Undeliverable undeliverable;

    @Autowired
    MailHandler handler;

    @Autowired
    MailHousekeeping housekeeping;

    @Autowired
    Notices notices;

    @Autowired
    People people;

    @Autowired
    ApplicationEventPublisher events;

    @LocalServerPort
    int port;

    @BeforeEach
    void house(@Autowired AutowireCapableBeanFactory beans) {
        house = MailHouse.of(beans);
    }

    private void choose(boolean decisions, boolean digest) {
        preferences.choose("legal", new Preference(decisions, digest));
    }

    @Test
    void whoDoesNotWantToDecideByMailIsOnlyTold() throws Exception {
        var before = house.submitted();
        var reply = house.reply("legal", before, "Approved");
        inTransaction(() -> choose(false, true));
        try {
            house.bring(reply);
            assertThat(house.decisions(before)).isEmpty();
            assertThat(house.answer("legal", before)).isEqualTo("PAGE_ONLY");
            var message = house.message("legal", house.submitted());
            assertThat(MailHouse.text(message)).contains("Open the task: ").doesNotContain("/decide/");
            assertThat(message.getHeader("Reply-To")).isNull();
        } finally {
            inTransaction(() -> choose(true, true));
        }
    }

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    private void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    @Test
    void aReminderCanBeAnsweredToo() {
        var piece = house.submitted();
        var task = house.task(piece);
        inTransaction(() -> events.publishEvent(new TaskReminded(task, false)));
        house.goOn();
        var reminder = house.message("legal", piece);
        assertThat(MailHouse.text(reminder)).contains("A post still waits for legal review.");
        house.bring(ReplyMail.from("legal", MailHouse.replyTo(reminder), "Approved"));
        assertThat(house.decisions(piece)).hasSize(1);
    }

    @Test
    void theDailyListComesOnceWithLinksOnlyAndEndsByOnePost() throws Exception {
        house.submitted("Quiet hours in the library", "The library closes at eight.");
        house.jdbc.sql("delete from notice where kind = 'DIGEST'").update();
        var digest = rounds.stream()
                .filter(round -> round.getClass().getSimpleName().equals("Digest"))
                .findFirst()
                .orElseThrow();
        makeDue(digest);
        digest.run();
        house.goOn();
        var lists = house.messages("legal").stream()
                .filter(message -> MailHouse.text(message).contains("See all your tasks:"))
                .filter(message -> MailHouse.text(message).contains("To get no such list any more"))
                .toList();
        assertThat(lists).hasSize(1);
        var text = MailHouse.text(lists.get(0));
        assertThat(text).contains("A post for legal review, due").doesNotContain("Quiet hours");
        assertThat(lists.get(0).getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var path = text.substring(text.indexOf("/unsubscribe/"), text.indexOf("/unsubscribe/") + 45);
        var anybody = new Browser(port);
        assertThat(anybody.get(path).body()).contains("Send me no list any more");
        assertThat(preferences.of("legal").digest())
                .as("looking changes nothing")
                .isTrue();
        assertThat(anybody.postForm(path, Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(preferences.of("legal").digest()).isFalse();
        assertThat(new Browser(port).get("/unsubscribe/" + Tokens.random()).statusCode())
                .isEqualTo(404);
        inTransaction(() -> choose(true, true));
    }

    private static void makeDue(Object digest) {
        var properties = ReflectionTestUtils.getField(digest, "properties");
        assertThat(properties).isNotNull();
        ReflectionTestUtils.setField(digest, "written", new java.util.concurrent.atomic.AtomicReference<>());
    }

    @Test
    void peopleChooseOnTheirPage() {
        var clinical = Browser.loggedIn(port, "clinical");
        var csrf = clinical.csrfFromPage("/mail/preferences");
        clinical.postForm("/mail/preferences", Map.of("digest", "true", "_csrf", csrf));
        assertThat(preferences.of("clinical")).isEqualTo(new Preference(false, true));
        clinical.postForm("/mail/preferences", Map.of("digest", "true", "decisions", "true", "_csrf", csrf));
        assertThat(preferences.of("clinical")).isEqualTo(new Preference(true, true));
    }

    @Test
    void mailThatCameBackEndsMailToThatAddressAndManagersHear() throws Exception {
        var piece = house.submitted();
        var notice = MailHouse.id(house.message("legal", piece)).substring(1, 37);
        var verp = "decide+bounce-" + notice.replace("-", "") + "@imprimatur.local";
        house.bring(bounce(verp, "4.4.1", "delayed"));
        assertThat(undeliverable.all()).isEmpty();
        house.bring(bounce(verp, "5.1.1", "failed"));
        try {
            assertThat(undeliverable.all()).singleElement().satisfies(address -> assertThat(address.person())
                    .isEqualTo("legal"));
            assertThat(house.messages("manager")).anySatisfy(message -> assertThat(MailHouse.text(message))
                    .contains("Leon Legal came back for good"));
            var next = house.submitted();
            assertThat(notices.failed()).anySatisfy(failed -> {
                assertThat(failed.contentId()).isEqualTo(next);
                assertThat(failed.problem()).isEqualTo("address-undeliverable");
            });
            var manager = Browser.loggedIn(port, "manager");
            assertThat(manager.get("/mail").body()).contains("Leon Legal", "legal@imprimatur.local", "status 5.1.1");
            assertThat(Browser.loggedIn(port, "author").get("/mail").statusCode())
                    .isEqualTo(403);
            manager.postForm("/mail/addresses/legal/clear", Map.of("_csrf", manager.csrfFromPage("/mail")));
            assertThat(undeliverable.all()).isEmpty();
        } finally {
            house.jdbc.sql("delete from undeliverable_address").update();
            notices.failed().forEach(failed -> notices.retry(failed.id()));
            house.goOn();
        }
    }

    private static byte[] bounce(String to, String status, String action) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.org
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                Message-ID: <%s@mx.example.org>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                I am sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; legal@imprimatur.local
                Action: %s
                Status: %s
                --b--
                """
                .formatted(to, status, action, status)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aCrashBeforeTheSecondTransactionEndsLeavesItToBeDoneOnce() {
        var piece = house.submitted();
        var reply = house.reply("legal", piece, "Approved");
        house.intake.store(reply.bytes(), house.clock.instant());
        var store = (IncomingStore) ReflectionTestUtils.getField(handler, "store");
        var replies = (Replies) ReflectionTestUtils.getField(handler, "replies");
        assertThat(replies).isNotNull();
        var broken = spy(replies);
        doThrow(new IllegalStateException("the machine went away")).when(broken).handle(any());
        ReflectionTestUtils.setField(handler, "replies", new AfterWork(broken, replies).asSpy());
        try {
            house.intake.handleStored();
            assertThat(house.decisions(piece)).as("rolled back with everything").isEmpty();
            assertThat(house.outcome(reply)).isEqualTo("STORED ");
        } finally {
            ReflectionTestUtils.setField(handler, "replies", replies);
        }
        house.jdbc
                .sql("update incoming_mail set due_at = now() where state = 'STORED'")
                .update();
        house.intake.store(reply.bytes(), house.clock.instant());
        house.intake.handleStored();
        assertThat(house.decisions(piece)).hasSize(1);
        assertThat(house.outcome(reply)).isEqualTo("HANDLED decided");
        assertThat(store).isNotNull();
    }

    /** Does everything and then fails, before the transaction commits. */
    private record AfterWork(Replies broken, Replies real) {
        Replies asSpy() {
            org.mockito.Mockito.doAnswer(call -> {
                        real.handle(call.getArgument(0));
                        throw new IllegalStateException("the machine went away");
                    })
                    .when(broken)
                    .handle(any());
            return broken;
        }
    }

    @Test
    void aMailThatCanNeverBeHandledGoesToAnOperator() {
        var replies = (Replies) ReflectionTestUtils.getField(handler, "replies");
        assertThat(replies).isNotNull();
        var broken = spy(replies);
        doThrow(new IllegalStateException("always")).when(broken).handle(any());
        var piece = house.submitted();
        var reply = house.reply("legal", piece, "Approved");
        ReflectionTestUtils.setField(handler, "replies", broken);
        try {
            house.intake.store(reply.bytes(), house.clock.instant());
            for (int i = 0; i < 6; i++) {
                house.jdbc
                        .sql("update incoming_mail set due_at = now() - interval '1 s' where state = 'STORED'")
                        .update();
                house.intake.handleStored();
            }
        } finally {
            ReflectionTestUtils.setField(handler, "replies", replies);
        }
        assertThat(house.outcome(reply)).isEqualTo("QUARANTINED not-handled");
        assertThat(Browser.loggedIn(port, "manager").get("/mail").body()).contains("could not be handled");
    }

    @Test
    void theTextOfAMailIsForgottenInTimeAndItsRecordLater() {
        var piece = house.submitted();
        var reply = house.reply("legal", piece, "Approved");
        house.bring(reply);
        house.jdbc
                .sql("update incoming_mail set stored_at = now() - interval '31 days' where content_hash = :hash")
                .param("hash", io.imprimatur.platform.Sha256.hex(reply.bytes()))
                .update();
        housekeeping.run();
        assertThat(house.jdbc
                        .sql("select count(*) from incoming_mail where content_hash = :hash and raw is null")
                        .param("hash", io.imprimatur.platform.Sha256.hex(reply.bytes()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        house.jdbc
                .sql("update incoming_mail set stored_at = now() - interval '366 days' where content_hash = :hash")
                .param("hash", io.imprimatur.platform.Sha256.hex(reply.bytes()))
                .update();
        housekeeping.run();
        assertThat(house.outcome(reply)).isEqualTo("absent");
        assertThat(house.decisions(piece)).hasSize(1);
    }

    @Test
    void whatIsTooLargeIsNotedWithoutItsText() {
        house.intake.refuseOversized(
                ReplyMail.from("legal", "decide@imprimatur.local", "").bytes(), 20_000_000, house.clock.instant());
        assertThat(Browser.loggedIn(port, "manager").get("/mail").body()).contains("larger than mail to this mailbox");
        assertThat(link(house.message("legal", house.submitted()))).startsWith("/decide/");
    }
}
