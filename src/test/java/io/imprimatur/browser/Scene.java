package io.imprimatur.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.imprimatur.testing.RestClientAs;
import io.imprimatur.testing.RunningApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The real application with its samples, where two people change a flow, and a browser at it; all browser tests of one run share it. */
final class Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static @Nullable Scene only;

    private final RunningApp app;
    private final Chromium chromium;

    private Scene() {
        try {
            app = RunningApp.in(Files.createTempDirectory(Path.of("target"), "browser-"))
                    .with("imprimatur.local.samples", "true")
                    .with("imprimatur.flow.deployment.confirmation-required", "true")
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        chromium = Chromium.at(app.url());
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Runtime.getRuntime().addShutdownHook(new Thread(app::close));
    }

    static synchronized Scene get() {
        if (only == null) {
            only = new Scene();
        }
        return only;
    }

    Chromium chromium() {
        return chromium;
    }

    RestClientAs as(String person) {
        return app.as(person);
    }

    /** Waits until the piece is in that state. */
    void waitForState(String id, String state) {
        await().atMost(PATIENCE).until(() -> content(id).path("state").asText().equals(state));
    }

    JsonNode content(String id) {
        return app.as("compliance").get("/api/contents/" + id).json();
    }

    /** Waits until the piece waits at that stage. */
    String openTask(String id, String stage) {
        return await().atMost(PATIENCE).until(() -> taskAt(id, stage), found -> !found.isEmpty());
    }

    String newestPieceOf(String author) {
        return app.as(author)
                .get("/api/contents")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    String draftTask(String id) {
        for (JsonNode open : content(id).path("openStages")) {
            if (open.path("stage").isNull()) {
                return open.path("task").asText();
            }
        }
        throw new AssertionError("The piece waits for nobody's words.");
    }

    /** Waits until every sample post is in its place. */
    void samplesInPlace() {
        await().atMost(PATIENCE).until(() -> {
            var page = app.anonymously().get("/").body();
            return page.contains(">Published<") && page.contains(">Rejected<") && page.contains("waits for its time<");
        });
    }

    private String taskAt(String id, String stage) {
        for (JsonNode open : content(id).path("openStages")) {
            if (open.path("stage").asText().equals(stage)) {
                return open.path("task").asText();
            }
        }
        return "";
    }
}
