package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.imprimatur.testing.RestClientAs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Managers and compliance look after versions of a flow: who proposed and confirmed them, and back to an older one. */
@InBrowser
@Tag("browser")
class FlowPagesInBrowserTest {
    private static final String KEY = "looked-after";

    private final Chromium chromium = Scene.get().chromium();

    @BeforeAll
    static void twoVersions() throws IOException {
        var model = Files.readString(Path.of("processes/two-person-legal.bpmn"))
                .replace("\"two-person-legal\"", '"' + KEY + '"');
        var manager = Scene.get().as("manager");
        deploy(manager, model, "Two lawyers read what is said of medicines.");
        deploy(manager, model.replace("\"Legal review\"", "\"Law reads\""), "The lawyers call it so.");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void versionsTellWhoAndWhyAndAnOlderOneComesBack(int width) {
        try (var tab = chromium.loggedIn("manager", width)) {
            tab.link("Flows").click();
            tab.keepPicture("flows-" + width).mustBeAccessible();
            tab.page.locator("h3 a[href='/flows/" + KEY + "']").click();
            assertThat(text(tab, "The lawyers call it so.").first()).isVisible();
            assertThat(text(tab, "Two lawyers read what is said of medicines.").first())
                    .isVisible();
            tab.keepPicture("flow-versions-" + width).mustBeAccessible();
            tab.page.locator("summary").first().click();
            tab.page.locator("details[open] input[name=reason]").fill("It was better");
            tab.page.locator("details[open] button").click();

            assertThat(text(tab, "You made this proposal.")).isVisible();
            assertThat(tab.button("Confirm and put it in force")).hasCount(0);
            tab.keepPicture("flow-proposal-own-" + width).mustBeAccessible();
            aSecondPersonLooksAndConfirms(tab.path(), width);
            tab.go("/flows/" + KEY);
            assertThat(text(tab, "It was better").first()).isVisible();
            assertThat(text(tab, "confirmed by").first()).isVisible();
            assertThat(tab.faults()).isEmpty();
        }
    }

    private void aSecondPersonLooksAndConfirms(String proposal, int width) {
        try (var tab = chromium.loggedIn("compliance", width)) {
            tab.go("/flows");
            tab.page.locator("a[href='" + proposal + "']").click();
            assertThat(text(tab, "The check accepts it")).isVisible();
            assertThat(text(tab, "It was better")).isVisible();
            tab.keepPicture("flow-proposal-" + width).mustBeAccessible();
            tab.link("What would be different").click();
            assertThat(tab.page.locator("#im-diff-words").locator("..")).containsText("“Law reads”");
            tab.page.goBack();
            tab.button("Confirm and put it in force").click();
            assertThat(text(tab, "is in force.")).isVisible();
            assertThat(tab.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void runningPostsAreMovedAfterALookAtWhatWouldHappen(int width) {
        try (var tab = chromium.loggedIn("manager", width)) {
            tab.go("/flows/" + KEY);
            var versions = tab.page.locator("a[href*='/flows/editor?version=']");
            var to = idIn(versions.first());
            var from = idIn(versions.last());
            tab.go("/flows/" + KEY + "/migration?from=" + from + "&to=" + to);
            assertThat(text(tab, "Nothing is left to move.")).isVisible();
            tab.keepPicture("flow-migration-" + width).mustBeAccessible();
        }
    }

    private static String idIn(Locator link) {
        return String.valueOf(link.getAttribute("href")).replaceFirst(".*version=", "");
    }

    private static Locator text(Tab tab, String words) {
        return tab.page.locator("main").getByText(words);
    }

    private static void deploy(RestClientAs manager, String model, String reason) {
        var draft = manager.post("/api/flows/drafts", Map.of("name", "Two lawyers", "kind", "flow", "xml", model));
        var id = draft.json().path("id").asText();
        var deployed = manager.post("/api/flows/drafts/" + id + "/deployment", Map.of("reason", reason));
        if (deployed.statusCode() != 201) {
            throw new AssertionError(deployed.body());
        }
        SecondPerson.confirms(
                Scene.get().chromium(), deployed.json().path("url").asText());
    }
}
