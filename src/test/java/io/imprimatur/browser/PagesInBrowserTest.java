package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, with the samples on it, on a desktop and on a phone. */
@InBrowser
@Tag("browser")
class PagesInBrowserTest {
    private final Scene scene = Scene.get();
    private final Chromium chromium = scene.chromium();

    @BeforeEach
    void samples() {
        scene.samplesInPlace();
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void pagesForEverybodyAreAccessible(int width) {
        try (var tab = chromium.anonymous(width)) {
            for (var page : new String[] {"/", "/login", "/newsroom", "/inbox", "/inbox?person=legal"}) {
                show(tab, page, "everybody", width);
            }
            assertThat(tab.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void authorsPagesAreAccessible(int width) {
        try (var tab = chromium.loggedIn("author", width)) {
            for (var page : new String[] {"/", "/contents", "/contents?state=WITHDRAWN", "/contents/new", "/check"}) {
                show(tab, page, "author", width);
            }
            for (var sample : new String[] {
                "Our garden is open", "A new knee", "Thank you for a hundred", "Learning to walk", "One week of juice"
            }) {
                tab.go("/contents").link(sample).click();
                show(tab, tab.path(), "author-" + sample.replace(' ', '-'), width);
            }
            tab.go("/contents").link("Thank you for a hundred").click();
            tab.link("Edit").first().click();
            show(tab, tab.path(), "author-edit-blocked", width);
            tab.go("/check").field("Text").fill("Write to jane.roe@mail.example, room 12, MRN 48211936.");
            tab.button("Check").click();
            assertThat(tab.page.locator("mark").first()).isVisible();
            tab.keepPicture("pages-check-found-" + width).mustBeAccessible();
            assertThat(tab.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void reviewersAndManagersPagesAreAccessible(int width) {
        try (var tab = chromium.loggedIn("compliance", width)) {
            show(tab, "/", "compliance", width);
            show(tab, "/contents", "compliance", width);
            tab.link("Patient story").first().click();
            String id = tab.path().substring("/contents/".length());
            show(tab, "/review/" + id, "review-frame", width);
        }
        try (var tab = chromium.loggedIn("manager", width)) {
            show(tab, "/", "manager", width);
            show(tab, "/incidents", "manager", width);
        }
    }

    private static void show(Tab tab, String path, String reader, int width) {
        tab.go(path);
        String name = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "").replaceAll("[^a-z]+", "-");
        tab.keepPicture("pages-%s%s-%d".formatted(reader, name, width)).mustBeAccessible();
    }
}
