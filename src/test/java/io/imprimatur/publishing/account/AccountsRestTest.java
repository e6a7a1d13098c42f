package io.imprimatur.publishing.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.audit.LedgerQuery;
import io.imprimatur.audit.LedgerReader;
import io.imprimatur.audit.RecordedEntry;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxPlatforms;
import io.imprimatur.publishing.sandbox.Shelf;
import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import io.imprimatur.testing.RestClientAs.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class AccountsRestTest {
    private static final String SECRET = "abcd efgh ijkl mnop";
    private static final String KEY = "our-blog";

    @LocalServerPort
    int port;

    @Autowired
    LedgerReader ledger;

    @Autowired
    JdbcClient jdbc;

    private final Sandbox sandbox;
    private RestClientAs manager = new RestClientAs("", null);

    AccountsRestTest() throws IOException {
        sandbox = new Sandbox(0, Duration.ofMillis(100), SandboxPlatforms.all(name -> Shelf.inMemory()));
    }

    @BeforeEach
    void logIn() {
        manager = as("manager");
    }

    @AfterEach
    void tidyUp() {
        for (var account : manager.get("/api/accounts").json()) {
            delete(account.path("key").asText());
        }
        sandbox.close();
    }

    @Test
    void anAccountIsSetUpTestedChangedAndDeleted() {
        var created = manager.post("/api/accounts", given("wordpress", KEY, wordPress()));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.json().path("connected").asBoolean()).isTrue();
        assertThat(created.json().path("secrets")).extracting(JsonNode::asText).containsExactly("password");
        assertThat(tested()).isEqualTo("{\"usable\":true,\"problem\":null}");
        assertThat(manager.get("/api/accounts").json())
                .extracting(account -> account.path("key").asText())
                .contains(KEY);

        var changed = put(Map.of("url", sandbox.url("wordpress"), "user", "somebody-else"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("settings").path("user").asText()).isEqualTo("somebody-else");
        assertThat(tested()).isEqualTo("{\"usable\":false,\"problem\":\"credentials-refused\"}");

        assertThat(delete(KEY).statusCode()).isEqualTo(204);
        assertThat(manager.get("/api/accounts/" + KEY).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT count(*) FROM account_secret WHERE account = :key")
                        .param("key", KEY)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(recorded())
                .extracting(entry -> entry.entry().action())
                .containsSubsequence("ACCOUNT_DELETED", "ACCOUNT_CHANGED", "ACCOUNT_CREATED");
    }

    @Test
    void secretsAreNeitherAnsweredNorLoggedNorRecordedNorStoredAsTheyAre(CapturedOutput output) {
        var fields = new TreeMap<>(wordPress());
        fields.put("password", "never-to-be-seen");
        var answers = new StringBuilder();
        answers.append(manager.post("/api/accounts", given("wordpress", KEY, fields)));
        answers.append(manager.get("/api/accounts")).append(manager.get("/api/accounts/" + KEY));
        answers.append(tested()).append(put(fields));
        fields.put("url", "ftp://nowhere.example");
        answers.append(put(fields));
        fields.put("nothing", "never-to-be-seen");
        answers.append(put(fields)).append(manager.post("/api/accounts", given("wordpress", KEY, fields)));
        fields.remove("nothing");
        fields.put("password", "never-to-be-seen\n");
        fields.put("url", "http://127.0.0.1:1/");
        answers.append(put(fields)).append(tested());

        assertThat(answers).contains("\"secrets\":[\"password\"]").doesNotContain("never-to-be-seen");
        assertThat(output).doesNotContain("never-to-be-seen");
        assertThat(recorded()).isNotEmpty().noneMatch(entry -> entry.toString().contains("never-to-be-seen"));
        assertThat(jdbc.sql("SELECT count(*) FROM account_secret WHERE account = :key"
                                + " AND position('never-to-be-seen'::bytea IN sealed) = 0")
                        .param("key", KEY)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "url, ftp://blog.example, account-field",
        "url, blog.example, account-field",
        "url, http://blog.example, account-field",
        "url, http://localhost.example, account-field",
        "url, http://127.0.0.1.example, account-field",
        "url, http://10.0.0.8, account-field",
        "url, https://user:word@blog.example, account-field",
        "url, '', account-field",
        "user, '', account-field",
        "password, '', account-field",
        "nothing, x, account-field"
    })
    void aBadFieldIsNamed(String field, String value, String code) {
        var fields = new TreeMap<>(wordPress());
        fields.put(field, value);

        var answer = manager.post("/api/accounts", given("wordpress", KEY, fields));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("field").asText())
                .isEqualTo(field.equals("nothing") ? "fields" : "fields[" + field + "]");
        assertThat(answer.json().path("detail").asText()).isNotBlank();
        assertThat(manager.get("/api/accounts/" + KEY).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "https://blog.example/sub"})
    void addressesOverTlsAndOfThisMachineAreTaken(String url) {
        var fields = new TreeMap<>(wordPress());
        fields.put("url", url);

        assertThat(manager.post("/api/accounts", given("wordpress", KEY, fields))
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "Our-blog, 400, account-key",
        "9-lives, 400, account-key",
        "'', 400, account-key",
        "a b, 400, account-key",
        "newsroom, 409, account-exists",
        "new, 409, account-exists",
        "connected, 409, account-exists",
        "platforms, 409, account-exists"
    })
    void aBadKeyIsRefused(String key, int status, String code) {
        var answer = manager.post("/api/accounts", given("wordpress", key, wordPress()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("field").asText()).isEqualTo("key");
    }

    @Test
    void aKeyIsTakenOnce() {
        create();

        var again = manager.post("/api/accounts", given("wordpress", KEY, wordPress()));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.json().path("field").asText()).isEqualTo("key");
    }

    @Test
    void whatIsNoAccountIsRefused() {
        assertThat(manager.post("/api/accounts", given("myspace", KEY, Map.of()))
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("platform-unknown");
        assertThat(manager.post("/api/accounts", "{}").statusCode()).isEqualTo(400);
        assertThat(manager.post("/api/accounts", "no JSON").statusCode()).isEqualTo(400);
        assertThat(manager.post("/api/accounts", "{\"fields\": \"text\"}").statusCode())
                .isEqualTo(400);
        assertThat(manager.post("/api/accounts", Map.of("platform", "wordpress", "key", KEY, "paswords", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(manager.post("/api/accounts/none/test", null).statusCode()).isEqualTo(404);
        assertThat(delete("none").statusCode()).isEqualTo(404);
    }

    @Test
    void anAccountThatMovesNeedsItsSecretsAnew() {
        create();
        var elsewhere = Map.of("url", "https://elsewhere.example", "user", "imprimatur");

        var refused = put(elsewhere);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("fields[password]");
        assertThat(refused.json().path("detail").asText()).contains("an address has changed");

        var fields = new TreeMap<>(elsewhere);
        fields.put("password", "another");
        assertThat(put(fields).statusCode()).isEqualTo(200);
    }

    @Test
    void anAccountThatMovesHasToBeConnectedAgain() {
        var fields = connectable("x");
        assertThat(manager.post("/api/accounts", given("x", "our-x", fields)).statusCode())
                .isEqualTo(201);
        jdbc.sql(
                        "INSERT INTO account_secret (account, name, key_id, sealed) VALUES ('our-x', 'access-token', 'k', 'x')")
                .update();
        assertThat(connected("our-x")).isTrue();

        fields.put("api", "https://proxy.hospital.example");
        fields.put("client-secret", "given-again");
        var moved = manager.put("/api/accounts/our-x", given("x", null, fields), Map.of());

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(connected("our-x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "facebook", "linkedin"})
    void anAccountOfOAuthHasToBeConnected(String platform) {
        var created = manager.post("/api/accounts", given(platform, "our-" + platform, connectable(platform)));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.json().path("byOAuth").asBoolean()).isTrue();
        assertThat(created.json().path("connected").asBoolean()).isFalse();
        assertThat(manager.post("/api/accounts/our-" + platform + "/test", null)
                        .json()
                        .path("problem")
                        .asText())
                .isEqualTo("account-must-be-connected-again");
        assertThat(manager.post("/api/accounts/our-" + platform + "/connect", null)
                        .json()
                        .path("page")
                        .asText())
                .startsWith(sandbox.url(platform))
                .contains("state=");
    }

    @Test
    void platformsAreListedWithTheirFields() {
        var platforms = manager.get("/api/accounts/platforms").json();

        assertThat(platforms)
                .extracting(platform -> platform.path("key").asText())
                .contains("wordpress", "ghost", "facebook", "x", "linkedin", "bluesky", "mastodon", "portal");
        assertThat(platforms).allSatisfy(platform -> assertThat(platform.path("fields"))
                .allSatisfy(field -> assertThat(field.path("help").asText()).endsWith(".")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "legal", "compliance", "admin"})
    void othersSeeNothingOfIt(String person) {
        create();
        var other = as(person);

        assertThat(other.get("/api/accounts").statusCode()).isEqualTo(403);
        assertThat(other.get("/api/accounts/" + KEY).statusCode()).isEqualTo(403);
        assertThat(other.get("/api/accounts/platforms").statusCode()).isEqualTo(403);
        assertThat(other.post("/api/accounts", given("wordpress", "theirs", wordPress()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.post("/api/accounts/" + KEY + "/test", null).statusCode())
                .isEqualTo(403);
        assertThat(other.send("DELETE", "/api/accounts/" + KEY, null, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(Browser.loggedIn(port, person).get("/accounts/new/x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPieceOutlivesTheAccountThatItNames() {
        create();
        var author = as("author");
        var piece = Map.of(
                "kind", "ANNOUNCEMENT",
                "title", "Flu shots",
                "body", "Flu shots are free for everybody this autumn.",
                "channels", List.of("newsroom", KEY));
        var begun = author.post("/api/contents", piece);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var path = "/api/contents/" + begun.json().path("id").asText();

        delete(KEY);

        assertThat(author.get(path).statusCode()).isEqualTo(200);
        var session = Browser.loggedIn(port, "author");
        var page = "/contents/" + begun.json().path("id").asText();
        assertThat(session.get(page).statusCode()).isEqualTo(200);
        assertThat(session.get(page + "/edit").statusCode()).isEqualTo(200);
        var submitted = author.post(path + "/submission", null);
        assertThat(submitted.statusCode()).as(submitted.body()).isBetween(400, 499);
        var saved = author.put(path, piece, Map.of("If-Match", author.get(path).header("ETag")));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(400);
        assertThat(saved.json().path("field").asText()).startsWith("channels");
    }

    private void create() {
        assertThat(manager.post("/api/accounts", given("wordpress", KEY, wordPress()))
                        .statusCode())
                .isEqualTo(201);
    }

    private Map<String, String> wordPress() {
        return Map.of("url", sandbox.url("wordpress"), "user", "imprimatur", "password", SECRET);
    }

    private TreeMap<String, String> connectable(String key) {
        var fields = new TreeMap<>(sandbox.platforms().stream()
                .filter(platform -> platform.key().equals(key))
                .findFirst()
                .orElseThrow()
                .account(sandbox.url(key)));
        fields.remove("access-token");
        return fields;
    }

    private static Map<String, Object> given(String platform, @Nullable String key, Map<String, String> fields) {
        var given = new TreeMap<String, Object>(Map.of("platform", platform, "displayName", "Ours", "fields", fields));
        if (key != null) {
            given.put("key", key);
        }
        return given;
    }

    private Answer put(Map<String, String> fields) {
        return manager.put("/api/accounts/" + KEY, given("wordpress", null, fields), Map.of());
    }

    private Answer delete(String key) {
        return manager.send("DELETE", "/api/accounts/" + key, null, Map.of());
    }

    private String tested() {
        return manager.post("/api/accounts/" + KEY + "/test", null).body();
    }

    private boolean connected(String key) {
        return manager.get("/api/accounts/" + key).json().path("connected").asBoolean();
    }

    private RestClientAs as(String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }

    /** The newest first. */
    private List<RecordedEntry> recorded() {
        return ledger.find(new LedgerQuery(null, "manager", null, null, null, 0, 100))
                .items();
    }
}
