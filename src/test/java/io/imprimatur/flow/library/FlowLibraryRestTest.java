package io.imprimatur.flow.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.platform.Sha256;
import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import io.imprimatur.testing.RestClientAs.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What managers do with flows through the product's REST and pages. */
@IntegrationTest
class FlowLibraryRestTest {
    private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    ManagementService management;

    private RunningPosts posts;

    @BeforeEach
    void speak() {
        posts = new RunningPosts(port, flow, management);
    }

    @Test
    void aDraftIsKeptAndNobodySavesOverAnother() {
        var begun = Models.begin(manager(), Models.standardAs("kept-draft"));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var path = "/api/flows/drafts/" + begun.json().path("id").asText();
        var changed = Models.standardAs("kept-draft").replace("Legal review", "Law reads");

        assertThat(save(path, changed, 1).json().path("version").asInt()).isEqualTo(2);
        assertProblem(save(path, Models.standardAs("kept-draft"), 1), 409, "draft-changed");
        var read = manager().get(path).json();
        assertThat(read.path("xml").asText()).isEqualTo(changed);
        assertThat(read.path("key").asText()).isEqualTo("kept-draft");
        assertThat(read.path("savedBy").asText()).isEqualTo("manager");

        assertThat(manager().send("DELETE", path, null, Map.of()).statusCode()).isEqualTo(204);
        assertProblem(manager().get(path), 404, "draft-not-found");
        assertProblem(save(path, changed, 2), 404, "draft-not-found");
    }

    @Test
    void whatIsNoModelIsNoDraft() {
        assertProblem(Models.begin(manager(), "Dear all"), 400, "no-model");
        assertProblem(Models.begin(manager(), "<a><b/></a>"), 400, "no-model");
        assertProblem(
                manager().post("/api/flows/drafts", Map.of("name", " ", "kind", "flow", "xml", Models.standard())),
                400,
                "name-missing");
        assertProblem(
                manager().post("/api/flows/drafts", Map.of("name", "x", "kind", "case", "xml", Models.standard())),
                400,
                "kind-missing");
    }

    @Test
    void aDeploymentHasAReasonAndAnswersForIt() {
        var xml = Models.standardAs("answered-for");
        assertProblem(Models.deploy(manager(), xml, "  "), 400, "reason-missing");
        assertProblem(Models.deploy(manager(), xml, "x".repeat(1001)), 400, "reason-too-long");

        var deployed = Models.deploy(manager(), xml, "Pharmacy asked for it");

        assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(201);
        assertThat(deployed.json().path("status").asText()).isEqualTo("deployed");
        var definition = deployed.json().path("definition").asText();
        assertThat(manager().get("/api/flows/versions/" + definition + "/xml").body())
                .isEqualTo(xml);
        var page =
                Browser.loggedIn(port, "compliance").get("/flows/answered-for").body();
        assertThat(page).contains("Pharmacy asked for it", "by Mara Manager", "Version 1", "In force");
        var entry = ledger("FLOW_DEPLOYED", definition);
        assertThat(entry.path("actor").asText()).isEqualTo("manager");
        assertThat(entry.path("door").asText()).isEqualTo("REST");
        assertThat(entry.path("details").path("author").asText()).isEqualTo("manager");
        assertThat(entry.path("details").path("check").asText()).isEqualTo("ACCEPTED");
        assertThat(entry.path("details").path("modelSha256").asText())
                .isEqualTo(Sha256.hex(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(entry.toString()).doesNotContain("Pharmacy");
    }

    @Test
    void aModelThatBreaksAPromiseIsRefusedWithTheWayItTakes() {
        var xml = Models.withBypass(Models.standardAs("bypassed"));
        var checked = manager().send("POST", "/api/flows/check?name=bypassed.bpmn", xml, XML);
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        assertThat(checked.json().path("accepted").asBoolean()).isFalse();

        var refused = Models.deploy(manager(), xml, "Quicker");

        assertProblem(refused, 422, "model-refused");
        assertThat(refused.json().path("violations")).isEqualTo(checked.json().path("violations"));
        assertThat(refused.json().path("violations")).anySatisfy(violation -> assertThat(texts(violation.path("path")))
                .contains("privacyNotNeeded", "publish"));
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("bypassed")
                        .count())
                .isZero();
        assertThat(ledgerOf("FLOW_REFUSED"))
                .anySatisfy(entry -> assertThat(entry.path("subject").asText()).isEqualTo("flow:bypassed"));
    }

    @Test
    void aTableChoosesOnlyFlowsThatThereAre() throws IOException {
        var table = Files.readString(Path.of("processes/release-policy.dmn"));
        var there = table.replace("\"content-approval\"", "\"parallel-review\"");
        var nowhere = table.replace("\"content-approval\"", "\"pharmacy-review\"");

        assertThat(checkTable(there).path("accepted").asBoolean()).isTrue();
        assertThat(checkTable(nowhere).path("violations")).singleElement().satisfies(violation -> {
            assertThat(violation.path("rule").asText()).isEqualTo("unknown-flow");
            assertThat(violation.path("message").asText()).contains("pharmacy-review", "Deploy it first");
        });
    }

    @Test
    void aReviewNeedsSomebodyInItsGroupSaveInWhatTheProductBringsItself() throws IOException {
        var model = Files.readString(Path.of("src/test/resources/bpmn/allowed/small.bpmn"))
                .replace("id=\"allowed\"", "id=\"read-by-pharmacy\"")
                .replace("\"legal, ethics\"", "\"pharmacy\"")
                .replace("value=\"legal\"", "value=\"pharmacy\"");
        var checked = manager().send("POST", "/api/flows/check?name=read-by-pharmacy.bpmn", model, XML);
        assertThat(checked.json().path("violations")).singleElement().satisfies(violation -> {
            assertThat(violation.path("rule").asText()).isEqualTo("empty-group");
            assertThat(violation.path("element").asText()).isEqualTo("task");
            assertThat(violation.path("message").asText()).startsWith("Nobody is in the group \"pharmacy\"");
        });
        assertThat(Models.deployLikeModeler(manager(), "read-by-pharmacy.bpmn", model)
                        .body())
                .contains("Nobody is in the group");
        var table = Files.readString(Path.of("processes/release-policy.dmn"));
        assertThat(checkTable(table.replace("\"privacy\"", "\"pharmacy\"")).path("violations"))
                .extracting(violation -> violation.path("rule").asText())
                .containsExactly("empty-group");

        var release = repository
                .createDeployment()
                .name("a release")
                .addString("read-by-pharmacy.bpmn", model)
                .deploy();
        repository.deleteDeployment(release.getId());
    }

    private JsonNode checkTable(String table) {
        return manager()
                .send("POST", "/api/flows/check?name=release-policy.dmn", table, XML)
                .json();
    }

    @Test
    void anOlderVersionComesBackAsANewOne() {
        var first = Models.standardAs("rolled-back");
        Models.deploy(manager(), first, "First");
        Models.deploy(manager(), first.replace("Legal review", "Law reads"), "Second");
        var oldest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("rolled-back")
                .processDefinitionVersion(1)
                .singleResult()
                .getId();
        var browser = Browser.loggedIn(port, "manager");
        var token = browser.csrfFromPage("/flows/rolled-back");

        var nameless = browser.postForm(
                "/flows/rolled-back/roll-back", Map.of("version", oldest, "reason", "", "_csrf", token));
        assertThat(nameless.statusCode()).isEqualTo(400);
        assertThat(nameless.body()).contains("Say why");
        var back = browser.postForm(
                "/flows/rolled-back/roll-back", Map.of("version", oldest, "reason", "It was better", "_csrf", token));

        assertThat(back.headers().firstValue("Location").orElse("")).endsWith("/flows/rolled-back?deployed");
        var latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("rolled-back")
                .latestVersion()
                .singleResult();
        assertThat(latest.getVersion()).isEqualTo(3);
        assertThat(manager()
                        .get("/api/flows/versions/" + latest.getId() + "/xml")
                        .body())
                .isEqualTo(first);
        assertThat(browser.get("/flows/rolled-back?deployed").body())
                .contains("Version 3 is in force.", "It was better");
    }

    @Test
    void anotherFlowBeginsAsACopyUnderANameOfItsOwn() {
        var standard = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("content-approval")
                .latestVersion()
                .singleResult()
                .getId();
        var browser = Browser.loggedIn(port, "manager");
        var token = browser.csrfFromPage("/flows/content-approval");
        var path = "/flows/content-approval/copy";

        var begun = browser.postForm(path, Map.of("version", standard, "name", "Pharmacy & \"Co\"", "_csrf", token));

        var id = begun.headers().firstValue("Location").orElseThrow().replaceFirst(".*draft=", "");
        var draft = manager().get("/api/flows/drafts/" + id).json();
        assertThat(draft.path("key").asText()).isEqualTo("pharmacy-co");
        assertThat(draft.path("xml").asText())
                .contains("<bpmn:process id=\"pharmacy-co\" name=\"Pharmacy &amp; &quot;Co&quot;\"")
                .contains("bpmnElement=\"pharmacy-co\"")
                .doesNotContain("\"content-approval\"");
        assertThat(manager()
                        .post("/api/flows/drafts/" + id + "/deployment", Map.of("reason", "Pharmacy asked for it"))
                        .statusCode())
                .isEqualTo(201);
        var again = browser.postForm(path, Map.of("version", standard, "name", "Pharmacy, Co", "_csrf", token));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Choose another name.");
    }

    @Test
    void aFlowCanBeWalkedThrough() {
        var walk = manager().post("/api/flows/walk", Map.of("xml", Models.standard(), "choices", List.of()));
        assertThat(walk.statusCode()).as(walk.body()).isEqualTo(200);
        assertThat(texts(walk.json().path("tokens"))).containsExactly("draft");
        var move = walk.json().path("moves").path(0).path("id").asText();

        var next = manager().post("/api/flows/walk", Map.of("xml", Models.standard(), "choices", List.of(move)));

        assertThat(texts(next.json().path("passed"))).contains("draft", "handIn", "screen");
    }

    @Test
    void aFlowIsTriedOnPostsOfThePast() throws IOException {
        var post = posts.inLegalReview();
        posts.decide("legal", post, "APPROVE");
        posts.decide("clinical", posts.openTask(post.contentId()), "REJECT");

        assertThat(replay(Models.standard(), post.contentId()))
                .as("on the very flow that it took")
                .isEmpty();
        assertThat(replay(Files.readString(Path.of("processes/two-person-legal.bpmn")), post.contentId()))
                .singleElement()
                .satisfies(different -> {
                    assertThat(different.path("was").asText()).isEqualTo("REJECTED");
                    assertThat(different.path("would").asText()).isEqualTo("WAITING");
                    assertThat(different.path("sentence").asText()).contains("legal");
                    assertThat(different.path("title").asText()).isEqualTo("announcement, never published");
                    assertThat(texts(different.path("path"))).endsWith("legalReview");
                });
        assertProblem(
                manager().post("/api/flows/replay", Map.of("xml", Models.standard(), "posts", 100_000)),
                400,
                "posts-out-of-range");
    }

    private List<JsonNode> replay(String xml, UUID contentId) {
        var answer = manager().post("/api/flows/replay", Map.of("xml", xml, "posts", 200));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("different").spliterator(), false)
                .filter(each -> each.path("contentId").asText().equals(contentId.toString()))
                .toList();
    }

    @Test
    void managersChangeComplianceLooksAndOthersStayOutside() {
        assertThat(as("compliance")
                        .send("POST", "/api/flows/check", Models.standard(), XML)
                        .statusCode())
                .isEqualTo(200);
        assertThat(as("compliance").get("/api/flows/templates").json()).isNotEmpty();
        assertThat(as("compliance").get("/api/flows/groups").body()).contains("legal", "clinical");
        assertThat(as("compliance").get("/api/flows/channels").body())
                .contains("{\"key\":\"newsroom\",\"name\":\"Newsroom\"}");
        assertThat(as("compliance").get("/api/flows/for-posts").body())
                .contains("{\"key\":\"content-approval\",\"name\":\"Approval of a post\"}")
                .doesNotContain("withdrawal", "publication-question", "release-policy");
        assertThat(Models.begin(as("compliance"), Models.standard()).statusCode())
                .isEqualTo(403);
        for (var outsider : List.of("author", "legal", "clinical")) {
            assertThat(as(outsider).get("/api/flows/groups").statusCode()).isEqualTo(403);
            assertThat(Browser.loggedIn(port, outsider).get("/flows").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whatDoesNotExistIsSaidInASentence() {
        assertProblem(manager().get("/api/flows/versions/nothing/xml"), 404, "version-not-found");
        assertProblem(manager().get("/api/flows/drafts/" + UUID.randomUUID()), 404, "draft-not-found");
        assertProblem(manager().get("/api/flows/proposals/" + UUID.randomUUID() + "/xml"), 404, "proposal-not-found");
        var browser = Browser.loggedIn(port, "manager");
        assertThat(browser.get("/flows/nothing").statusCode()).isEqualTo(404);
        assertThat(browser.get("/flows/editor").statusCode()).isEqualTo(400);
        assertThat(browser.get("/flows/compare?from=nothing&to=draft:x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theListTellsWhatIsInForce() {
        var page = Browser.loggedIn(port, "manager").get("/flows").body();
        assertThat(page)
                .contains("Approval of a post", "Withdrawal of a post", "Release policy", "brought by the product");
    }

    private Answer save(String path, String xml, int version) {
        return manager().put(path, Map.of("name", "Pharmacy reads first", "xml", xml, "version", version), Map.of());
    }

    private JsonNode ledger(String action, String definition) {
        return ledgerOf(action).stream()
                .filter(entry -> entry.path("processDefinition").asText().equals(definition))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> ledgerOf(String action) {
        return StreamSupport.stream(
                        as("compliance")
                                .get("/api/ledger?size=100")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("action").asText().equals(action))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private RestClientAs manager() {
        return as("manager");
    }

    private RestClientAs as(String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }
}
