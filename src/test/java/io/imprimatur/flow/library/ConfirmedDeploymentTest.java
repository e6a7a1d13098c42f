package io.imprimatur.flow.library;

import static io.imprimatur.flow.library.FlowLibraryRestTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imprimatur.testing.Browser;
import io.imprimatur.testing.RunningApp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A house in which a second person confirms every deployment, whichever door it comes through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfirmedDeploymentTest {
    private static final Pattern PROPOSAL = Pattern.compile("/flows/proposals/([0-9a-f-]{36})");

    private RunningApp app;

    @BeforeAll
    void start() throws IOException {
        app = RunningApp.in(Files.createTempDirectory(Path.of("target"), "confirmed-"))
                .with("imprimatur.flow.deployment.confirmation-required", "true")
                .start();
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void aDraftTakesForceWhenSomebodyElseConfirmsIt() {
        var proposed = Models.deploy(app.as("manager"), Models.standardAs("confirmed"), "Pharmacy asked for it");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        assertThat(proposed.json().path("status").asText()).isEqualTo("proposed");
        var path = proposed.json().path("url").asText();
        assertThat(versions("confirmed")).isEqualTo(404);
        await().until(() -> mailOf("compliance").contains("waits for a second person"));
        assertThat(mailOf("manager")).as("who made it").doesNotContain("waits for a second person");

        assertThat(confirm("manager", path, "").body()).contains("somebody else must confirm it");
        assertThat(versions("confirmed")).isEqualTo(404);
        assertThat(confirm("legal", path, "").statusCode()).isEqualTo(403);
        assertThat(location(confirm("compliance", path, ""))).endsWith("/flows/confirmed?deployed");

        var page =
                Browser.loggedIn(app.port(), "manager").get("/flows/confirmed").body();
        assertThat(page).contains("Pharmacy asked for it", "confirmed by");
        assertThat(app.as("compliance").get("/api/ledger?size=100").body())
                .contains("FLOW_PROPOSED", "FLOW_PROPOSAL_CONFIRMED", "\"confirmer\":\"compliance\"");
        assertThat(confirm("compliance", path, "").statusCode()).as("once only").isEqualTo(404);
    }

    @Test
    void whatModelerDeploysWaitsAsAProposalForAReasonAndASecondPerson() {
        var xml = Models.standardAs("waits");
        var answer = Models.deployLikeModeler(app.as("manager"), "waits.bpmn", xml);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("kept as a proposal");
        assertThat(Models.deployLikeModeler(app.as("manager"), "waits.bpmn", xml)
                        .body())
                .as("pressed again")
                .contains("You have proposed exactly this already.");
        assertThat(versions("waits")).isEqualTo(404);

        var path = proposalIn(
                Browser.loggedIn(app.port(), "compliance").get("/flows").body());
        assertThat(confirm("compliance", path, "").body()).contains("Say why");
        assertThat(location(confirm("compliance", path, "Pharmacy asked for it")))
                .endsWith("/flows/waits?deployed");
        assertThat(app.as("manager")
                        .get("/engine-rest/process-definition/key/waits")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProposalIsDeclinedOrTakenBackAndNothingChanges() {
        for (var person : new String[] {"compliance", "manager"}) {
            var proposed = Models.deploy(app.as("manager"), Models.standardAs("declined"), "Pharmacy asked for it");
            var path = proposed.json().path("url").asText();
            var browser = Browser.loggedIn(app.port(), person);
            var declined = browser.postForm(path + "/decline", Map.of("_csrf", browser.csrfFromPage(path)));
            assertThat(location(declined)).endsWith("/flows?declined");
            assertThat(versions("declined")).isEqualTo(404);
        }
    }

    @Test
    void whatTheCheckRefusesIsNoProposal() {
        var xml = Models.withBypass(Models.standardAs("never"));
        assertProblem(Models.deploy(app.as("manager"), xml, "Quicker"), 422, "model-refused");
        assertThat(Models.deployLikeModeler(app.as("manager"), "never.bpmn", xml)
                        .statusCode())
                .isEqualTo(400);
        assertThat(app.as("compliance").get("/flows").body()).doesNotContain("never");
    }

    private String mailOf(String person) {
        return app.anonymously().get("/inbox?person=" + person).body();
    }

    private HttpResponse<String> confirm(String person, String path, String reason) {
        var browser = Browser.loggedIn(app.port(), person);
        return browser.postForm(
                path + "/confirm", Map.of("reason", reason, "_csrf", browser.csrfFromPage("/contents")));
    }

    private int versions(String key) {
        return Browser.loggedIn(app.port(), "manager").get("/flows/" + key).statusCode();
    }

    private static String proposalIn(String page) {
        var found = PROPOSAL.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }
}
