package io.imprimatur.mail.decision;

import static io.imprimatur.mail.decision.MailHouse.replyTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.TaskDecision;
import io.imprimatur.mail.Quarantine;
import io.imprimatur.mail.decision.ReplyVerdict.NotTaken;
import io.imprimatur.mail.reading.IncomingMail;
import io.imprimatur.mail.reading.ReadingProperties;
import io.imprimatur.platform.Refusal;
import io.imprimatur.testing.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What somebody could send to decide in another's name, twice, or by accident; and what it comes to. */
@IntegrationTest
class ReplyThreatsTest {
    MailHouse house;

    @Autowired
    ReplyChecks checks;

    @Autowired
    ReadingProperties bounds;

    @Autowired
    Quarantine quarantine;

    @Autowired
    DecisionProperties properties;

    @BeforeEach
    void house(@Autowired AutowireCapableBeanFactory beans) {
        house = MailHouse.of(beans);
    }

    private String token(UUID piece) {
        return replyTo(house.message("legal", piece));
    }

    private void requireUndecided(UUID piece) {
        assertThat(house.decisions(piece)).isEmpty();
        assertThat(house.task(piece).assignee()).isNull();
    }

    @Test
    void aSpoofedSenderDecidesNothingAndTheRealOneHears() {
        var piece = house.submitted();
        var spoofed = ReplyMail.unproven("legal", token(piece), "Approved");
        house.bring(spoofed);
        requireUndecided(piece);
        assertThat(house.outcome(spoofed)).isEqualTo("QUARANTINED not-proven");
        assertThat(house.answer("legal", piece)).isEqualTo("NOT_PROVEN");
        assertThat(house.detail(piece, "MAIL_NOT_DECIDED", "reason")).isEqualTo("not-proven");
    }

    @Test
    void resultsOfAnotherServerProveNothing() {
        var piece = house.submitted();
        var forged = ReplyMail.unproven("legal", token(piece), "Approved")
                .withTop("Authentication-Results: mx.attacker.test; dmarc=pass header.from=imprimatur.local");
        house.bring(forged);
        requireUndecided(piece);
        assertThat(house.outcome(forged)).isEqualTo("QUARANTINED not-proven");
    }

    @Test
    void twoSendersAreNone() {
        var piece = house.submitted();
        var twice = house.reply("legal", piece, "Approved").with("From: legal@imprimatur.local");
        house.bring(twice);
        requireUndecided(piece);
        assertThat(house.outcome(twice)).startsWith("QUARANTINED from-");
        assertThat(house.answer("legal", piece)).isEmpty();
    }

    @Test
    void whoGotAForwardedMessageCannotAnswerIt() {
        var piece = house.submitted();
        var forwarded = ReplyMail.from("clinical", token(piece), "Approved");
        house.bring(forwarded);
        requireUndecided(piece);
        assertThat(house.outcome(forwarded)).isEqualTo("QUARANTINED sent-to-another");
        assertThat(house.answer("clinical", piece)).isEqualTo("NOT_YOURS");
        var stranger = ReplyMail.from("stranger", token(piece), "Approved");
        house.bring(stranger);
        assertThat(house.outcome(stranger)).isEqualTo("QUARANTINED sent-to-another");
    }

    @Test
    void tenThousandGuessesFindNothing() {
        house.submitted();
        for (int i = 0; i < 10_000; i++) {
            var raw = ReplyMail.from("stranger", "decide+" + Tokens.random() + "@imprimatur.local", "Approved")
                    .bytes();
            assertThat(checks.of(raw, IncomingMail.read(raw, bounds)))
                    .isInstanceOfSatisfying(
                            NotTaken.class, not -> assertThat(not.reason()).isEqualTo("token-unknown"));
        }
    }

    @Test
    void theSameMailTwiceIsOne() {
        var piece = house.submitted();
        var reply = house.reply("legal", piece, "Not sure yet");
        house.bring(reply);
        house.bring(reply);
        house.bring(reply.withTop("Received: from elsewhere by mx; Mon, 23 Nov 2026 12:00:01 +0000"));
        assertThat(house.jdbc
                        .sql("select count(*) from task_remark where content_id = :id")
                        .param("id", piece)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anOldMailOfTheirsSentAgainWithANewCodeIsNoAnswer() {
        var piece = house.submitted();
        var code = token(piece);
        var toAnother = ReplyMail.from("legal", "decide+" + Tokens.random() + "@imprimatur.local", "Approved")
                .with("Delivered-To: " + code)
                .with("X-Original-To: " + code);
        house.bring(toAnother);
        assertThat(house.outcome(toAnother))
                .as("the code that servers saw is nobody's word")
                .contains("token-unknown");
        var old = ReplyMail.from("legal", code, "Approved").instead("Date: Mon, 3 Mar 2025 12:00:00 +0000");
        house.bring(old);
        var undated = ReplyMail.from("legal", code, "Approved").without("Date");
        house.bring(undated);
        requireUndecided(piece);
        assertThat(house.outcome(old)).isEqualTo("QUARANTINED sent-before");
        assertThat(house.outcome(undated)).isEqualTo("QUARANTINED sent-before");
    }

    @Test
    void aMessageIdThatAnotherMailHasIsNoObstacle() {
        var first = house.submitted();
        var second = house.submitted();
        house.bring(house.reply("legal", first, "Approved").instead("Message-ID: <same@client.test>"));
        house.bring(house.reply("legal", second, "Approved").instead("Message-ID: <same@client.test>"));
        assertThat(house.decisions(first)).hasSize(1);
        assertThat(house.decisions(second)).hasSize(1);
    }

    @Test
    void anAnswerAfterItsTimeDecidesNothing() {
        var piece = house.submitted();
        var late = house.reply("legal", piece, "Approved");
        house.jdbc
                .sql("update mail_request set expires_at = now() where content_id = :id")
                .param("id", piece)
                .update();
        house.bring(late);
        requireUndecided(piece);
        assertThat(house.answer("legal", piece)).isEqualTo("EXPIRED");
    }

    @Test
    void aServerMayChangeTheCaseOfTheAddress() {
        var piece = house.submitted();
        house.bring(ReplyMail.from("legal", token(piece).toUpperCase(Locale.ROOT), "Approved"));
        assertThat(house.decisions(piece)).hasSize(1);
    }

    @Test
    void aReplyWhoseAddressLostItsCodeIsKnownByTheMessageThatItAnswers() {
        var piece = house.submitted();
        var message = house.message("legal", piece);
        house.bring(ReplyMail.from("legal", "decide@imprimatur.local", "Approved")
                .with("In-Reply-To: " + MailHouse.id(message)));
        assertThat(house.decisions(piece)).hasSize(1);
    }

    @Test
    void aMachineIsNeverAnsweredAndDecidesNothing() {
        var piece = house.submitted();
        var away = house.reply("legal", piece, "Approved").with("Auto-Submitted: auto-replied");
        house.bring(away);
        requireUndecided(piece);
        assertThat(house.outcome(away)).isEqualTo("HANDLED automatic");
        assertThat(quarantine.settled(500))
                .anySatisfy(settled -> assertThat(settled.reason()).isEqualTo("automatic"));
        assertThat(house.answer("legal", piece)).isEmpty();
    }

    @Test
    void twoSystemsThatAnswerEachOtherComeToRest() {
        var piece = house.submitted();
        var before = answersToLegal();
        var answered = token(piece);
        for (int i = 0; i < properties.answersPerHour() + 5; i++) {
            var raw = ReplyMail.from("legal", answered, "Thank you for your message number " + i)
                    .bytes();
            house.intake.store(raw, house.clock.instant());
            house.intake.handleStored();
        }
        assertThat(answersToLegal() - before).isLessThanOrEqualTo(properties.answersPerHour());
    }

    private long answersToLegal() {
        return house.jdbc
                .sql("select count(*) from notice where person = 'legal' and kind = 'ANSWER'")
                .query(Long.class)
                .single();
    }

    @Test
    void whoMayNotReviewIsToldWhy() {
        var piece = house.submitted();
        house.bring(house.reply("legal", piece, "Approved"));
        house.jdbc
                .sql(
                        "insert into person_group (person_id, group_name) values ('legal', 'clinical') on conflict do nothing")
                .update();
        try {
            var message = house.message("clinical", piece);
            house.jdbc
                    .sql("update mail_request set person = 'legal' where content_id = :id and stage = 'clinical'")
                    .param("id", piece)
                    .update();
            house.bring(ReplyMail.from("legal", replyTo(message), "Approved"));
        } finally {
            house.jdbc
                    .sql("delete from person_group where person_id = 'legal' and group_name = 'clinical'")
                    .update();
        }
        assertThat(house.decisions(piece)).hasSize(1);
        assertThat(house.answer("legal", piece)).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void ofMailAndTasklistExactlyOneDecides() throws Exception {
        var both = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 50; i++) {
                var piece = house.submitted();
                var task = house.task(piece).id();
                var reply = house.reply("legal", piece, "Approved").bytes();
                house.intake.store(reply, house.clock.instant());
                var start = new CountDownLatch(1);
                var mail = both.submit(() -> {
                    start.await();
                    house.intake.handleStored();
                    return null;
                });
                var tasklist = both.submit(() -> {
                    start.await();
                    try {
                        house.flow.claim(task, "legal");
                        house.flow.decide(task, "legal", TaskDecision.REJECT, "By Tasklist.");
                    } catch (RuntimeException tooLate) {
                        return tooLate;
                    }
                    return null;
                });
                start.countDown();
                mail.get(1, TimeUnit.MINUTES);
                tasklist.get(1, TimeUnit.MINUTES);
                house.goOn();
                assertThat(house.decisions(piece)).as("piece " + i).hasSize(1);
                assertThat(house.outcome(reply)).as("piece " + i).isIn("HANDLED decided", "HANDLED already-decided");
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void monstersAreTakenNoteOfAndDecideNothing() {
        var piece = house.submitted();
        var to = token(piece);
        var line = "x".repeat(1_000_000);
        var monsters = new ArrayList<ReplyMail>();
        monsters.add(ReplyMail.from("legal", to, line));
        monsters.add(ReplyMail.from("legal", to, "word\n".repeat(100_000)));
        monsters.add(ReplyMail.from("legal", to, "y".repeat(10_000_000)));
        monsters.add(
                ReplyMail.from("legal", to, "=ZZ=\u0000\uFFFF").instead("Content-Transfer-Encoding: quoted-printable"));
        monsters.add(ReplyMail.from("legal", to, "%%%%not base64%%%%").instead("Content-Transfer-Encoding: base64"));
        monsters.add(
                ReplyMail.from("legal", to, "Approved").instead("Content-Type: text/plain; charset=no-such-thing"));
        monsters.add(nested(to, 2_000));
        monsters.forEach(monster -> {
            house.bring(monster);
            assertThat(house.outcome(monster)).doesNotContain("not-handled", "STORED", "absent");
        });
        assertThat(house.decisions(piece).size()).isLessThanOrEqualTo(1);
    }

    private static ReplyMail nested(String to, int depth) {
        var text = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            text.append("--b")
                    .append(i - 1)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n");
        }
        return ReplyMail.from("legal", to, text + "--b" + depth + "\nContent-Type: text/plain\n\nApproved\n")
                .instead("Content-Type: multipart/mixed; boundary=b0");
    }

    @Test
    void noHeaderOfAMailBecomesAHeaderOfTheAnswer() throws Exception {
        var piece = house.submitted();
        var text = String.join(
                        "\r\n",
                        house.reply("legal", piece, "What?")
                                .without("Message-ID")
                                .fields()) + "\r\nMessage-ID: <a\rBcc: all@example.org\nb@client.test>\r\n\r\nWhat?";
        house.bring(text.getBytes(StandardCharsets.UTF_8));
        assertThat(house.messages("legal")).allSatisfy(message -> {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getAllRecipients()).hasSize(1);
        });
    }

    @Test
    void operatorsMayHaveAMailLookedAtAgainOrItsTextDeleted() {
        var piece = house.submitted();
        var spoofed = ReplyMail.unproven("legal", token(piece), "Approved");
        house.bring(spoofed);
        var held = quarantine.held(500).stream()
                .filter(mail -> mail.reason().equals("not-proven"))
                .findFirst()
                .orElseThrow();
        quarantine.again(held.id());
        house.intake.handleStored();
        requireUndecided(piece);
        quarantine.discard(held.id());
        assertThat(quarantine.held(500)).noneMatch(mail -> mail.id().equals(held.id()));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> quarantine.again(held.id()))
                .isInstanceOf(Refusal.class);
    }
}
