package io.imprimatur.publishing.channel.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxWordPress;
import io.imprimatur.publishing.sandbox.Shelf;
import io.imprimatur.testing.RunningApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The running application is killed between the last approval and the end of publishing, each time at another point, and
 * started again: every post is then on both channels exactly once, and the ledger is whole.
 */
@Tag("fault-campaign")
class KilledWhilePublishingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;

    KilledWhilePublishingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final SandboxWordPress wordPress = new SandboxWordPress(Shelf.inMemory(), Shelf.inMemory());
    private final Sandbox sandbox = Sandbox.of(wordPress);
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @Test
    void everyPostIsPublishedExactlyOnceOnBothChannelsWhereverTheKillHits() throws IOException {
        sandbox.onRequest(request -> requests.add(request.line()));
        try (sandbox;
                var app = application().start()) {
            connect(app);
            approve(app, write(app, "Killed right after the approval"));
            app.kill().start();

            killInTheMiddle(app, "Killed before the draft was written", Fault.SILENCE_BEFORE_WRITE, "POST .*/posts");
            killInTheMiddle(app, "Killed after the draft was written", Fault.SILENCE_AFTER_WRITE, "POST .*/posts");
            killInTheMiddle(app, "Killed after it went live", Fault.SILENCE_AFTER_WRITE, "POST .*/posts/[0-9]+");
            killInTheMiddle(app, "Killed while it was read back", Fault.SILENCE_AFTER_WRITE, "GET .*/posts/[0-9]+");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(states(app)).hasSize(5).allMatch("PUBLISHED"::equals));
            assertThat(wordPress.inStatus("publish")).hasSize(5);
            assertThat(wordPress.inStatus("draft")).isEmpty();
            assertThat(titlesInNewsroom(app)).hasSize(5).doesNotHaveDuplicates();
            await().atMost(PATIENCE).untilAsserted(() -> {
                var verification =
                        app.as("compliance").get("/api/ledger/verification").json();
                assertThat(verification.path("intact").asBoolean()).isTrue();
                assertThat(verification.path("waiting").asInt()).isZero();
            });
        }
    }

    private RunningApp application() {
        return RunningApp.in(folder.resolve("data"))
                .with("imprimatur.local.sandbox", "false")
                .with("imprimatur.publishing.worker.lease", "20s")
                .with("imprimatur.publishing.worker.poll-interval", "200ms")
                .with("imprimatur.publishing.http.connect-timeout", "2s")
                .with("imprimatur.publishing.http.read-timeout", "5s")
                .with("imprimatur.publishing.retry.first-delay", "200ms")
                .with("camunda.bpm.job-execution.lock-time-in-millis", "3000");
    }

    private void connect(RunningApp app) {
        var account = Map.of(
                "platform",
                "wordpress",
                "key",
                "wordpress",
                "displayName",
                "WordPress",
                "fields",
                wordPress.account(sandbox.url("wordpress")));
        assertThat(app.as("manager").post("/api/accounts", account).statusCode())
                .isEqualTo(201);
    }

    private void killInTheMiddle(RunningApp app, String title, Fault fault, String request) {
        var before = requests.stream().filter(seen -> seen.matches(request)).count();
        sandbox.next("wordpress", fault, seen -> seen.line().matches(request));
        approve(app, write(app, title));
        await().atMost(PATIENCE)
                .until(() ->
                        requests.stream().filter(seen -> seen.matches(request)).count() > before);
        app.kill().start();
    }

    private static String write(RunningApp app, String title) {
        var author = app.as("author");
        var created = author.post(
                "/api/contents",
                Map.of(
                        "kind",
                        "ANNOUNCEMENT",
                        "title",
                        title,
                        "body",
                        "Our pharmacy opens at eight.",
                        "channels",
                        List.of("newsroom", "wordpress"),
                        "images",
                        List.of()));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = created.json().path("id").asText();
        assertThat(author.post("/api/contents/" + id + "/submit", Map.of()).statusCode())
                .isEqualTo(202);
        return id;
    }

    private static void approve(RunningApp app, String contentId) {
        for (var stage : List.of("legal", "clinical")) {
            var task = await().atMost(PATIENCE).until(() -> openTask(app, contentId, stage), id -> !id.isEmpty());
            var reviewer = app.as(stage);
            assertThat(reviewer.post("/api/tasks/" + task + "/claim", null).statusCode())
                    .isLessThan(300);
            assertThat(reviewer.post("/api/tasks/" + task + "/decision", Map.of("decision", "APPROVE"))
                            .statusCode())
                    .isLessThan(300);
        }
    }

    private static String openTask(RunningApp app, String contentId, String stage) {
        var piece = app.as("author").get("/api/contents/" + contentId).json();
        return elements(piece.path("openStages")).stream()
                .filter(open -> open.path("stage").asText().equals(stage))
                .map(open -> open.path("task").asText())
                .findFirst()
                .orElse("");
    }

    private static List<String> states(RunningApp app) {
        return elements(app.as("author").get("/api/contents").json().path("items")).stream()
                .map(piece -> piece.path("state").asText())
                .toList();
    }

    private static List<String> titlesInNewsroom(RunningApp app) {
        var feed = app.anonymously().get("/newsroom/feed.atom").body();
        return Jsoup.parse(feed, Parser.xmlParser()).select("entry > title").eachText();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
