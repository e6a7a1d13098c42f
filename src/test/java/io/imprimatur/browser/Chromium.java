package io.imprimatur.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The Chromium that is installed on this machine, without a window. */
final class Chromium implements AutoCloseable {
    static final int DESKTOP = 1280;
    static final int PHONE = 390;

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String url;
    /** Cookies of whoever has logged in, by person. */
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    private Chromium(Path executable, String url) {
        this.url = url;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static boolean isInstalled() {
        return installed().isPresent();
    }

    static Chromium at(String url) {
        return new Chromium(installed().orElseThrow(), url);
    }

    /** A tab with cookies of its own, in which nobody is logged in. */
    Tab anonymous(int width) {
        return new Tab(browser.newContext(options(width)).newPage());
    }

    /** A tab in which nobody is logged in and no script runs. */
    Tab withoutScripts() {
        return new Tab(
                browser.newContext(options(DESKTOP).setJavaScriptEnabled(false)).newPage());
    }

    /** A tab at the start page, in which that person goes on from an earlier login of theirs, or has logged in. */
    Tab loggedIn(String person, int width) {
        var session = sessions.computeIfAbsent(person, this::logIn);
        return new Tab(browser.newContext(options(width).setStorageState(session))
                        .newPage())
                .go("/");
    }

    private String logIn(String person) {
        try (var tab = newlyLoggedIn(person)) {
            return tab.page.context().storageState();
        }
    }

    /** A tab with a login of its own, for Tasklist: it gives a session a new id, and the old one is worth nothing then. */
    Tab newlyLoggedIn(String person) {
        Tab tab = anonymous(DESKTOP);
        tab.logIn(person);
        return tab;
    }

    private NewContextOptions options(int width) {
        return new NewContextOptions().setBaseURL(url).setViewportSize(width, width == PHONE ? 844 : 900);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
