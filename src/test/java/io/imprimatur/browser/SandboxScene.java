package io.imprimatur.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.imprimatur.testing.RunningApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The real application with the sandbox of the platforms, and a browser at it; what its tests stop or break stays here. */
final class SandboxScene {
    private static @Nullable SandboxScene only;

    private final RunningApp app;
    private final Chromium chromium;

    private SandboxScene() {
        try {
            app = RunningApp.in(Files.createTempDirectory(Path.of("target"), "browser-sandbox-"))
                    .with("imprimatur.local.sandbox", "true");
            app.with("imprimatur.base-url", app.url()).start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        chromium = Chromium.at(app.url());
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Runtime.getRuntime().addShutdownHook(new Thread(app::close));
    }

    static synchronized SandboxScene get() {
        if (only == null) {
            only = new SandboxScene();
        }
        return only;
    }

    Chromium chromium() {
        return chromium;
    }

    RunningApp app() {
        return app;
    }

    /** Where the sandbox answers for that platform, as its account says. */
    String url(String platform, String field) {
        return app.as("manager")
                .get("/api/accounts/" + platform)
                .json()
                .path("settings")
                .path(field)
                .asText();
    }
}
