package io.imprimatur.publishing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.internal.image.ImageSamples;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.internal.PublicationWork;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxPortal;
import io.imprimatur.publishing.sandbox.Shelf;
import io.imprimatur.screening.Screenings;
import io.imprimatur.testing.DueWork;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;

/** The feed that a portal embeds shows what is live on it, and nothing else. */
@IntegrationTest
class PortalFeedTest {
    private static final String ACCOUNT = "feed-portal";
    private static final String FEED = "/portal/" + ACCOUNT + "/feed.atom";

    private final SandboxPortal portal = new SandboxPortal(Shelf.inMemory());
    private @Nullable Sandbox sandbox;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    MediaLibrary media;

    @Autowired
    Screenings screenings;

    @Autowired
    PublicationWork work;

    @Autowired
    ManagementService engine;

    @Autowired
    @Qualifier("publishingWorker")
    SmartLifecycle worker;

    @LocalServerPort
    int port;

    @BeforeEach
    void connect() {
        worker.stop();
        sandbox = Sandbox.of(portal);
        var fields = portal.account(sandbox.url("portal"));
        var created = as("manager")
                .post(
                        "/api/accounts",
                        Map.of("platform", "portal", "key", ACCOUNT, "displayName", "Our portal", "fields", fields));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }

    @AfterEach
    void disconnect() {
        as("manager").send("DELETE", "/api/accounts/" + ACCOUNT, null, Map.of());
        Objects.requireNonNull(sandbox).close();
        worker.start();
    }

    @Test
    void showsWhatIsLiveThereWithItsImagesUntilItIsWithdrawn() {
        var picture = media.store(ImageSamples.plain("png"), "author").id();
        var there = published("For patients & families", ACCOUNT, picture);
        published("For everybody", "newsroom", null);

        var feed = Jsoup.parse(as(null).get(FEED).body(), Parser.xmlParser());
        assertThat(feed.select("feed > title").text()).isEqualTo("Our portal");
        assertThat(feed.select("entry > title").eachText()).containsExactly("For patients & families");
        assertThat(feed.select("entry content p").eachText()).contains("Our pharmacy opens at eight.");
        var image = feed.select("entry img").attr("src");
        assertThat(feed.select("entry img").attr("alt")).isEqualTo("A green square");
        var path = image.substring(image.indexOf("/portal/"));
        assertThat(as(null).get(path).statusCode()).isEqualTo(200);
        assertThat(Sha256.hex(media.bytes(picture))).isNotEmpty();

        as("compliance").post("/api/contents/" + there + "/withdrawal", Map.of("reason", "INCORRECT"));
        assertThat(Jsoup.parse(as(null).get(FEED).body(), Parser.xmlParser()).select("entry"))
                .as("it leaves the feed when it is ordered, not only when it is gone")
                .isEmpty();
        assertThat(as(null).get(path).statusCode()).isEqualTo(404);
        DueWork.run(engine, work);
        assertThat(portal.posts()).isEmpty();
    }

    @Test
    void isOfPortalsOnly() {
        assertThat(as(null).get("/portal/newsroom/feed.atom").statusCode()).isEqualTo(404);
        assertThat(as(null).get("/portal/nothing/feed.atom").statusCode()).isEqualTo(404);
        assertThat(as(null).get(FEED).header("Content-Type")).startsWith("application/atom+xml");
    }

    private String published(String title, String channel, @Nullable UUID image) {
        List<Map<String, String>> images =
                image == null ? List.of() : List.of(Map.of("mediaId", image.toString(), "altText", "A green square"));
        var created = as("author")
                .post(
                        "/api/contents",
                        Map.of(
                                "kind",
                                "ANNOUNCEMENT",
                                "title",
                                title,
                                "body",
                                "Our pharmacy opens at eight.",
                                "channels",
                                List.of(channel),
                                "images",
                                images));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = created.json().path("id").asText();
        as("author").post("/api/contents/" + id + "/submit", Map.of());
        DueWork.run(engine, work);
        if (image != null) {
            screenings.findingsToAnswer(UUID.fromString(id), 1).forEach(found -> as("compliance")
                    .put(
                            "/api/contents/" + id + "/findings/" + found.id() + "/answer",
                            claimed(id, "compliance", "Nobody is in the picture."),
                            Map.of()));
            decide(id, "compliance");
        }
        decide(id, "legal");
        decide(id, "clinical");
        return id;
    }

    private Map<String, String> claimed(String id, String person, String reason) {
        flow.openTasks(UUID.fromString(id))
                .forEach(task -> as(person).post("/api/tasks/" + task.id() + "/claim", null));
        return Map.of("reason", reason);
    }

    private void decide(String id, String person) {
        var task = "/api/tasks/" + flow.openTasks(UUID.fromString(id)).get(0).id();
        as(person).post(task + "/claim", null);
        var decided = as(person).post(task + "/decision", Map.of("decision", "APPROVE", "reason", "It may go out."));
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(204);
        DueWork.run(engine, work);
    }

    private RestClientAs as(@Nullable String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }
}
