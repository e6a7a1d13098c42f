package io.imprimatur.mail.decision;

import static io.imprimatur.mail.decision.MailHouse.html;
import static io.imprimatur.mail.decision.MailHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.audit.Door;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the message to the decision, through the whole application. */
@IntegrationTest
class ReplyDecisionsTest {
    MailHouse house;

    @LocalServerPort
    int port;

    @BeforeEach
    void house(@Autowired AutowireCapableBeanFactory beans) {
        house = MailHouse.of(beans);
    }

    @Test
    void aReplyDecidesAsTasklistWould() {
        var piece = house.submitted();
        house.bring(house.reply("legal", piece, "Approved, thanks!"));
        assertThat(house.decisions(piece)).singleElement().satisfies(made -> {
            assertThat(made.person()).isEqualTo("legal");
            assertThat(made.stage()).isEqualTo("legal");
            assertThat(made.decision()).isEqualTo(TaskDecision.APPROVE);
            assertThat(made.door()).isEqualTo(Door.MAIL);
        });
        assertThat(house.task(piece).stage()).as("it went on").isEqualTo("clinical");
        assertThat(house.answer("legal", piece)).isEqualTo("DECIDED");
        assertThat(house.detail(piece, "MAIL_DECISION_PROVEN", "proof")).isEqualTo("DMARC");
        house.bring(house.reply("clinical", piece, "Approved."));
        assertThat(house.decisions(piece)).hasSize(2);
    }

    @Test
    void theMessageShowsWhatIsToBeDecidedAndHow() throws Exception {
        var piece = house.submitted("Quiet hours", "The garden opens at noon.\nApproved");
        var message = house.message("legal", piece);
        assertThat(text(message))
                .contains("Quiet hours", "│ The garden opens at noon.", "Stage: legal review", "Due: ", "/decide/")
                .contains("You can also decide by replying");
        assertThat(html(message)).contains("Quiet hours", "Read and approve", "?choice=reject");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Return-Path")).as("envelope sender").isNotNull();
        assertThat(message.getReplyTo()[0].toString()).matches(".*decide\\+[a-z2-7]{32}@imprimatur.local.*");
        assertThat(message.getAllRecipients()).hasSize(1);
    }

    @Test
    void findingsAreDecidedOnThePageOnly() throws Exception {
        var piece = house.submitted("A story", "Our nurses know the answer. Call 555-0142 after lunch.");
        assertThat(house.task(piece).stage()).isEqualTo("privacy");
        var message = house.message("compliance", piece);
        assertThat(text(message)).doesNotContain("Miller").contains("Read and decide: ");
        assertThat(message.getHeader("Reply-To")).isNull();
    }

    @Test
    void rejectionNeedsAReasonAndIsAskedForOne() {
        var piece = house.submitted();
        house.bring(house.reply("legal", piece, "Reject"));
        assertThat(house.decisions(piece)).isEmpty();
        assertThat(house.answer("legal", piece)).isEqualTo("REASON_MISSING");
        house.bring(house.reply("legal", piece, "Reject: it promises a cure."));
        assertThat(house.decisions(piece)).singleElement().satisfies(made -> {
            assertThat(made.decision()).isEqualTo(TaskDecision.REJECT);
            assertThat(made.reason()).isEqualTo("it promises a cure.");
        });
    }

    @Test
    void whatIsNoDecisionIsKeptAsARemark() {
        var piece = house.submitted();
        house.bring(house.reply("legal", piece, "Approve if the date is right."));
        assertThat(house.decisions(piece)).isEmpty();
        assertThat(house.answer("legal", piece)).isEqualTo("REMARK_KEPT");
        assertThat(house.jdbc
                        .sql("select remark from task_remark where content_id = :id")
                        .param("id", piece)
                        .query(String.class)
                        .list())
                .containsExactly("Approve if the date is right.");
        for (var page : new String[] {"/review/", "/contents/"}) {
            assertThat(Browser.loggedIn(port, "legal").get(page + piece).body())
                    .contains("Remarks by mail", "Approve if the date is right.");
        }
    }

    @Test
    void aRemarkThatMayIdentifyAPatientIsNotKept() {
        var piece = house.submitted();
        house.bring(house.reply("legal", piece, "Is this about the patient with SSN 219-09-9999?"));
        assertThat(house.answer("legal", piece)).isEqualTo("REMARK_REFUSED");
        assertThat(house.jdbc
                        .sql("select count(*) from task_remark where content_id = :id")
                        .param("id", piece)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecondReplyIsToldWhoDecided() {
        var piece = house.submitted();
        var first = house.reply("legal", piece, "Approved");
        house.bring(first);
        house.bring(first.instead("Message-ID: <second@client.test>"));
        assertThat(house.decisions(piece)).hasSize(1);
        assertThat(house.answer("legal", piece)).isEqualTo("ALREADY_DECIDED");
    }

    @Test
    void anEditAfterSendingVoidsTheMessage() {
        var piece = house.submitted();
        var reply = house.reply("legal", piece, "Approved");
        house.revised(piece, "The garden opens at one.");
        house.bring(reply);
        assertThat(house.decisions(piece)).isEmpty();
        assertThat(house.answer("legal", piece)).isEqualTo("CHANGED");
        house.bring(house.reply("legal", piece, "Approved"));
        assertThat(house.decisions(piece)).singleElement().satisfies(made -> assertThat(made.revision())
                .isEqualTo(2));
    }

    @Test
    void imagesTravelWithTheTextOnceSomebodyHasLookedAtThem() throws Exception {
        var piece = house.submittedWithImage("A drawing of the garden");
        assertThat(house.task(piece).stage()).isEqualTo("privacy");
        assertThat(text(house.message("compliance", piece))).doesNotContain("drawing");
        house.lookedAt(piece);
        var message = house.message("legal", piece);
        assertThat(html(message)).contains("src=\"cid:", "A drawing of the garden");
        assertThat(images(message)).isEqualTo(1);
        assertThat(text(message)).contains("an approval needs a reason too");
        house.bring(house.reply("legal", piece, "Approved"));
        assertThat(house.answer("legal", piece)).isEqualTo("REASON_MISSING");
        house.bring(house.reply("legal", piece, "Approved: I have looked at the picture."));
        assertThat(house.decisions(piece)).hasSize(2);
    }

    private static int images(Part part) throws Exception {
        if (part.getContent() instanceof Multipart parts) {
            int count = 0;
            for (int at = 0; at < parts.getCount(); at++) {
                count += images(parts.getBodyPart(at));
            }
            return count;
        }
        return part.isMimeType("image/*") ? 1 : 0;
    }

    @Test
    void whatChangedSinceTheStageDecidedLastStandsInTheNextMessage() {
        var piece = house.submitted("Quiet hours", "The garden opens at noon.");
        house.bring(house.reply("legal", piece, "Changes: say one instead."));
        house.revised(piece, "The garden opens at one.");
        house.submit(piece);
        assertThat(text(house.message("legal", piece)))
                .contains("What changed since revision 1", "│ The garden opens at [-noon-]{+one+}.");
    }
}
