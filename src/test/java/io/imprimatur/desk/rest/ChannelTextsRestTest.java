package io.imprimatur.desk.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.internal.PublicationWork;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxMastodon;
import io.imprimatur.publishing.sandbox.Shelf;
import io.imprimatur.testing.DueWork;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Texts of their own for channels, the time zone, and previews, over REST and in the whole application. */
@IntegrationTest
class ChannelTextsRestTest {
    private static final String ACCOUNT = "texts-mastodon";

    private final SandboxMastodon mastodon = new SandboxMastodon(Shelf.inMemory(), Shelf.inMemory());
    private @Nullable Sandbox sandbox;

    @Autowired
    ManagementService engine;

    @Autowired
    PublicationWork work;

    @LocalServerPort
    int port;

    @BeforeEach
    void connect() {
        sandbox = Sandbox.of(mastodon);
        var created = as("manager")
                .post(
                        "/api/accounts",
                        Map.of(
                                "platform",
                                "mastodon",
                                "key",
                                ACCOUNT,
                                "displayName",
                                "Our Mastodon",
                                "fields",
                                mastodon.account(sandbox.url("mastodon"))));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }

    @AfterEach
    void disconnect() {
        as("manager").send("DELETE", "/api/accounts/" + ACCOUNT, null, Map.of());
        Objects.requireNonNull(sandbox).close();
    }

    @Test
    void aTextOfItsOwnIsPartOfTheRevisionAndOfItsHash() {
        var plain = created(Map.of());
        var id = created(Map.of("texts", Map.of(ACCOUNT, "Short and sweet.\r\n")));
        var revision = revision(id);
        assertThat(revision.path("texts").path(ACCOUNT).asText()).isEqualTo("Short and sweet.");
        var saved = as("author")
                .put(
                        "/api/contents/" + id,
                        draft(Map.of("texts", Map.of(ACCOUNT, "Short and sour."))),
                        Map.of("If-Match", "\"1\""));
        assertThat(saved.statusCode()).as(saved.body()).isLessThan(300);
        assertThat(revision(id).path("hash").asText())
                .isNotEqualTo(revision.path("hash").asText());
        assertThat(revision(plain).path("texts")).isEmpty();
    }

    @Test
    void aTextOfItsOwnIsScreened() {
        var id = created(Map.of("texts", Map.of(ACCOUNT, "Her social security number is 219-09-9998.")));
        assertThat(as("author")
                        .post("/api/contents/" + id + "/submit", Map.of())
                        .statusCode())
                .isEqualTo(202);
        DueWork.run(engine, work);
        assertThat(as("author")
                        .get("/api/contents/" + id)
                        .json()
                        .path("findings")
                        .findValuesAsText("field"))
                .contains("texts[" + ACCOUNT + "]");
    }

    @Test
    void aTextForAChannelThatIsNotChosenIsNotLostWithoutAWord() {
        var answer = as("author").post("/api/contents", draft(Map.of("texts", Map.of("facebook", "Lost?"))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("text-without-channel");
    }

    @Test
    void previewsShowEachChannelAsItCounts() {
        var id = created(Map.of("texts", Map.of(ACCOUNT, "See #flu at https://example.org/a-long-address")));
        var previews = as("author").get("/api/contents/" + id + "/previews").json();
        assertThat(previews).hasSize(2);
        var there = of(previews, ACCOUNT);
        assertThat(there.path("fits").asBoolean()).isTrue();
        assertThat(there.path("preview").path("title").isNull()).isTrue();
        assertThat(there.path("preview").path("text").asText()).startsWith("See #flu");
        assertThat(there.path("preview").path("entities").findValuesAsText("kind"))
                .contains("HASHTAG", "LINK");
        assertThat(there.path("preview").path("counts").path(0).path("used").asInt())
                .as("an address counts 23")
                .isEqualTo("See #flu at ".length() + 23);
        assertThat(of(previews, "newsroom").path("preview").path("title").asText())
                .isEqualTo("Our pharmacy");
        assertThat(as("legal").get("/api/contents/" + id + "/previews").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatAPlatformWouldCutIsRefusedBeforeReview() {
        var id = created(Map.of("texts", Map.of(ACCOUNT, "a".repeat(501))));
        var submitted = as("author").post("/api/contents/" + id + "/submit", Map.of());
        assertThat(submitted.statusCode()).isEqualTo(400);
        assertThat(submitted.json().path("code").asText()).isEqualTo("too-long-for-channel");
        assertThat(submitted.json().path("detail").asText()).contains("500");
        assertThat(of(as("author").get("/api/contents/" + id + "/previews").json(), ACCOUNT)
                        .path("fits")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aTimeIsMeantOnTheClocksOfItsZone() {
        var id = created(Map.of("publishAt", "2027-03-29T09:00", "timeZone", "Europe/Berlin"));
        assertThat(revision(id).path("publishAt").asText()).isEqualTo("2027-03-29T07:00:00Z");
        assertThat(revision(id).path("timeZone").asText()).isEqualTo("Europe/Berlin");
        for (var bad : List.of(
                Map.of("publishAt", "2027-03-28T02:30", "timeZone", "Europe/Berlin"),
                Map.of("publishAt", "2027-03-29T09:00"),
                Map.of("publishAt", "2027-03-29T09:00", "timeZone", "Europe/Atlantis"))) {
            assertThat(as("author").post("/api/contents", draft(bad)).statusCode())
                    .isEqualTo(400);
        }
    }

    private String created(Map<String, Object> more) {
        var created = as("author").post("/api/contents", draft(more));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.json().path("id").asText();
    }

    private static Map<String, Object> draft(Map<String, ?> more) {
        var draft = new HashMap<String, Object>(Map.of(
                "kind",
                "ANNOUNCEMENT",
                "title",
                "Our pharmacy",
                "body",
                "Our pharmacy opens at eight.",
                "channels",
                List.of("newsroom", ACCOUNT),
                "images",
                List.of()));
        draft.putAll(more);
        return draft;
    }

    private JsonNode revision(String id) {
        var revisions = as("author").get("/api/contents/" + id).json().path("revisions");
        return revisions.path(revisions.size() - 1);
    }

    private static JsonNode of(JsonNode previews, String channel) {
        for (var preview : previews) {
            if (preview.path("channel").asText().equals(channel)) {
                return preview;
            }
        }
        throw new AssertionError("No preview of " + channel);
    }

    private RestClientAs as(String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }
}
