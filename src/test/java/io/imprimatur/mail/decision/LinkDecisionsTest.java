package io.imprimatur.mail.decision;

import static io.imprimatur.mail.decision.MailHouse.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.TaskDecision;
import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/** The link in a message: looking decides nothing, posting decides once, and only whom it was made for. */
@IntegrationTest
class LinkDecisionsTest {
    MailHouse house;

    @Autowired
    Deciding deciding;

    @Autowired
    PendingDecisions pending;

    @Autowired
    LinkDesk links;

    @Autowired
    DecisionProperties properties;

    @LocalServerPort
    int port;

    @BeforeEach
    void house(@Autowired AutowireCapableBeanFactory beans) {
        house = MailHouse.of(beans);
    }

    private int post(Browser browser, String path, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("_csrf", browser.csrfFromPage("/mail/preferences"));
        return browser.postForm(path, all).statusCode();
    }

    @Test
    void aHundredScannersThatFollowTheLinkDecideNothing() {
        var piece = house.submitted();
        var path = link(house.message("legal", piece));
        var scanner = new Browser(port);
        var legal = Browser.loggedIn(port, "legal");
        for (int i = 0; i < 100; i++) {
            assertThat(scanner.get(path + "?choice=approve").statusCode()).isEqualTo(302);
            assertThat(legal.send("HEAD", path + "?choice=approve", null).statusCode())
                    .isEqualTo(200);
            assertThat(legal.get(path + "?choice=approve").statusCode()).isEqualTo(200);
        }
        assertThat(house.decisions(piece)).isEmpty();
        assertThat(house.task(piece).assignee()).isNull();
        assertThat(post(legal, path, Map.of("decision", "APPROVE"))).isEqualTo(302);
        assertThat(house.decisions(piece)).singleElement().satisfies(made -> assertThat(made.person())
                .isEqualTo("legal"));
        assertThat(house.detail(piece, "MAIL_DECISION_PROVEN", "proof")).isEqualTo("SESSION");
    }

    @Test
    void whoFollowsItIsAskedToLogInAndComesBack() {
        var path = link(house.message("legal", house.submitted()));
        assertThat(new Browser(port).get(path).headers().firstValue("Location").orElse(""))
                .contains("/login");
    }

    @Test
    void nobodyElseCanUseIt() {
        var piece = house.submitted();
        var path = link(house.message("legal", piece));
        var colleague = Browser.loggedIn(port, "clinical");
        assertThat(colleague.get(path).statusCode()).isEqualTo(403);
        assertThat(colleague.get(path).body())
                .contains("made for somebody else")
                .doesNotContain("Quiet hours");
        assertThat(post(colleague, path, Map.of("decision", "APPROVE"))).isEqualTo(403);
        assertThat(new Browser(port)
                        .postForm(path, Map.of("decision", "APPROVE"))
                        .statusCode())
                .isIn(302, 403);
        assertThat(house.decisions(piece)).isEmpty();
    }

    @Test
    void aPostFromAnotherSiteDecidesNothing() {
        var piece = house.submitted();
        var path = link(house.message("legal", piece));
        var legal = Browser.loggedIn(port, "legal");
        assertThat(legal.postForm(path, Map.of("decision", "APPROVE")).statusCode())
                .isEqualTo(403);
        assertThat(house.decisions(piece)).isEmpty();
    }

    @Test
    void aLinkThatNeverWasLeadsNowhere() {
        var legal = Browser.loggedIn(port, "legal");
        assertThat(legal.get("/decide/" + Tokens.random()).statusCode()).isEqualTo(404);
        assertThat(legal.get("/decide/x").statusCode()).isEqualTo(404);
    }

    @Test
    void theTokenForRepliesIsNoLinkAndItsCaseDoesNotMatter() {
        var piece = house.submitted();
        var message = house.message("legal", piece);
        var reply = MailHouse.replyTo(message);
        var legal = Browser.loggedIn(port, "legal");
        var token = reply.substring(reply.indexOf('+') + 1, reply.indexOf('@'));
        assertThat(legal.get("/decide/" + token).statusCode()).isEqualTo(404);
        var link = link(message);
        var upper = link.substring("/decide/".length()).toUpperCase(java.util.Locale.ROOT);
        assertThat(legal.get("/decide/" + upper).statusCode()).isEqualTo(200);
        var swapped = ReplyMail.from(
                "legal", "decide+" + link.substring("/decide/".length()) + "@imprimatur.local", "Approved");
        house.bring(swapped);
        assertThat(house.outcome(swapped)).isEqualTo("QUARANTINED token-unknown");
        assertThat(house.decisions(piece)).isEmpty();
    }

    @Test
    void aRejectionWithoutReasonIsRefusedOnThePage() {
        var piece = house.submitted();
        var path = link(house.message("legal", piece));
        var legal = Browser.loggedIn(port, "legal");
        assertThat(post(legal, path, Map.of("decision", "REJECT"))).isEqualTo(400);
        assertThat(house.decisions(piece)).isEmpty();
        assertThat(house.task(piece).assignee()).as("nothing stays half done").isNull();
        assertThat(post(legal, path, Map.of("decision", "REJECT", "reason", "It promises a cure.")))
                .isEqualTo(302);
        assertThat(legal.get(path).body()).contains("It was decided.", "You rejected revision 1");
    }

    @Test
    void whatIsDecidedElsewhereSaysSo() {
        var piece = house.submitted();
        var path = link(house.message("legal", piece));
        house.flow.claim(house.task(piece).id(), "legal");
        house.flow.decide(house.task(piece).id(), "legal", TaskDecision.APPROVE, null);
        assertThat(Browser.loggedIn(port, "legal").get(path).body()).contains("You approved revision 1");
    }

    @Test
    void aDecisionCanBeUndoneUntilItsTimeAndLocksTheTaskMeanwhile() {
        var piece = house.submitted();
        var path = link(house.message("legal", piece));
        var legal = Browser.loggedIn(port, "legal");
        undoable(Duration.ofMinutes(10));
        try {
            assertThat(post(legal, path, Map.of("decision", "REJECT")))
                    .as("refused at once")
                    .isEqualTo(400);
            assertThat(post(legal, path, Map.of("decision", "APPROVE"))).isEqualTo(302);
            assertThat(house.decisions(piece)).isEmpty();
            assertThat(legal.get(path).body()).contains("Your decision is noted", "Undo my decision");
            assertThat(legal.sendJson(
                                    "POST",
                                    "/api/tasks/" + house.task(piece).id() + "/decision",
                                    "{\"decision\":\"REJECT\",\"reason\":\"No.\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(legal, path + "/undo", Map.of())).isEqualTo(302);
            assertThat(house.ledger(piece, "MAIL_DECISION_UNDONE")).isEqualTo(1);
            pending.run();
            assertThat(house.decisions(piece)).isEmpty();
            assertThat(post(legal, path + "/undo", Map.of())).isEqualTo(409);
            assertThat(post(legal, path, Map.of("decision", "APPROVE"))).isEqualTo(302);
            pending.run();
            assertThat(house.decisions(piece)).as("its time has not come").isEmpty();
            house.jdbc
                    .sql(
                            "update mail_request set due_at = now() - interval '1 s' where content_id = :id and state = 'PENDING'")
                    .param("id", piece)
                    .update();
            pending.run();
            assertThat(house.decisions(piece)).hasSize(1);
            pending.run();
            assertThat(house.decisions(piece)).hasSize(1);
        } finally {
            undoable(Duration.ZERO);
        }
    }

    @Test
    void aPendingReplyIsToldUntilWhenItCanBeUndoneAndEndsWithANewText() {
        var piece = house.submitted();
        undoable(Duration.ofMinutes(10));
        try {
            house.bring(house.reply("legal", piece, "Approved"));
            assertThat(house.answer("legal", piece)).isEqualTo("PENDING");
            assertThat(house.decisions(piece)).isEmpty();
            house.revised(piece, "The garden opens at one.");
            house.jdbc
                    .sql(
                            "update mail_request set due_at = now() - interval '1 s' where content_id = :id and state = 'PENDING'")
                    .param("id", piece)
                    .update();
            pending.run();
            assertThat(house.decisions(piece)).isEmpty();
            assertThat(house.answer("legal", piece)).isEqualTo("CHANGED");
        } finally {
            undoable(Duration.ZERO);
        }
    }

    private void undoable(Duration within) {
        ReflectionTestUtils.setField(
                deciding,
                "properties",
                new DecisionProperties(
                        properties.address(),
                        properties.validFor(),
                        within,
                        properties.clockSlack(),
                        properties.verp(),
                        properties.answersPerHour(),
                        properties.batchSize(),
                        properties.retryDelays(),
                        properties.keepRawFor(),
                        properties.keepFor()));
    }

    @Test
    void aLinkAloneSufficesWhereTheHouseSaysSoAndTheLedgerToo() {
        var piece = house.submitted();
        var token = link(house.message("legal", piece)).substring("/decide/".length());
        ReflectionTestUtils.setField(links, "tokenSuffices", true);
        try {
            links.decide(token, null, TaskDecision.APPROVE, null);
        } finally {
            ReflectionTestUtils.setField(links, "tokenSuffices", false);
        }
        assertThat(house.detail(piece, "MAIL_DECISION_PROVEN", "proof")).isEqualTo("TOKEN");
    }

    @Test
    void takingATaskVoidsTheMessagesOfOthersAndGivingItBackBringsNewOnes() {
        var piece = house.submitted();
        var task = house.task(piece);
        var old = link(house.message("legal", piece));
        house.jdbc
                .sql("update mail_request set person = 'somebody' where task_id = :task")
                .param("task", task.id())
                .update();
        house.flow.claim(task.id(), "legal");
        assertThat(house.jdbc
                        .sql("select state from mail_request where task_id = :task")
                        .param("task", task.id())
                        .query(String.class)
                        .single())
                .isEqualTo("VOID");
        house.flow.release(task.id(), "legal");
        house.goOn();
        assertThat(link(house.message("legal", piece))).isNotEqualTo(old);
        house.bring(house.reply("legal", piece, "Approved"));
        assertThat(house.decisions(piece)).hasSize(1);
    }
}
