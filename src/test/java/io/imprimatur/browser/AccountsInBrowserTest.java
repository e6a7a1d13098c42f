package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What managers do with accounts, in the sandbox of the platforms. */
@InBrowser
@Tag("browser")
class AccountsInBrowserTest {
    private final SandboxScene scene = SandboxScene.get();
    private final Chromium chromium = scene.chromium();

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void everyPlatformOfTheSandboxIsReady(int width) {
        try (var tab = chromium.loggedIn("manager", width)) {
            tab.go("/accounts");
            for (var name : new String[] {
                "WordPress", "Ghost", "Facebook page", "LinkedIn", "Bluesky", "Mastodon", "X", "Patient portal"
            }) {
                assertThat(card(tab, name + " (sandbox)").getByText("Ready")).isVisible();
            }
            tab.keepPicture("30-accounts-" + width).mustBeAccessible();
            tab.go("/accounts/new/x").keepPicture("31-account-new-" + width).mustBeAccessible();
            tab.go("/accounts/wordpress")
                    .keepPicture("32-account-change-" + width)
                    .mustBeAccessible();
            assertThat(tab.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void aWrongFieldIsSaidAndNothingIsLostButTheSecret(int width) {
        var key = "blog-" + width;
        var name = "Blog of the heart centre " + width;
        try (var tab = chromium.loggedIn("manager", width)) {
            tab.go("/accounts")
                    .page
                    .locator("a[href='/accounts/new/wordpress']")
                    .click();
            tab.field("Name").fill(name);
            tab.field("Key").fill(key);
            tab.field("Address of the site").fill("http://blog.hospital.example");
            tab.field("User").fill("imprimatur");
            tab.field("Application password").fill("wrong");
            tab.button("Save").click();

            assertThat(tab.page.locator("[role=alert]"))
                    .containsText("“Address of the site” must be an address that begins with “https://”.");
            assertThat(tab.field("Address of the site")).hasAttribute("aria-invalid", "true");
            assertThat(tab.field("Address of the site")).hasValue("http://blog.hospital.example");
            assertThat(tab.field("Name")).hasValue(name);
            assertThat(tab.field("Key")).hasValue(key);
            assertThat(tab.field("User")).hasValue("imprimatur");
            assertThat(tab.field("Application password")).hasValue("");
            tab.keepPicture("33-account-refused-" + width).mustBeAccessible();

            tab.field("Address of the site").fill(scene.url("wordpress", "url"));
            tab.field("Application password").fill("wrong");
            tab.button("Save").click();
            assertThat(tab.page.getByText("Saved. Test the connection")).isVisible();

            tab.button("Test the connection of " + name).click();
            assertThat(card(tab, name).locator("[role=status]"))
                    .containsText("did not accept our user name and password");
            assertThat(card(tab, name).getByText("Does not work")).isVisible();
            tab.keepPicture("34-account-unusable-" + width).mustBeAccessible();

            tab.link("Change " + name).click();
            assertThat(tab.field("Application password")).hasValue("");
            tab.field("Application password").fill("abcd efgh ijkl mnop");
            tab.button("Save").click();
            tab.button("Test the connection of " + name).click();
            assertThat(card(tab, name).locator("[role=status]")).hasText("The connection works.");
            tab.keepPicture("35-account-works-" + width).mustBeAccessible();

            tab.link("Change " + name).click();
            tab.button("Delete the account").click();
            assertThat(tab.page.getByText("The account is deleted.")).isVisible();
            assertThat(card(tab, name)).hasCount(0);
            assertThat(tab.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"x, 1280", "facebook, 390", "linkedin, 1280"})
    void anAccountIsConnectedOnThePlatformsOwnPage(String platform, int width) {
        var settings = scene.app()
                .as("manager")
                .get("/api/accounts/" + platform)
                .json()
                .path("settings");
        var name = "Ours on " + platform;
        try (var tab = chromium.loggedIn("manager", width)) {
            tab.go("/accounts/new/" + platform);
            tab.field("Name").fill(name);
            settings.fields()
                    .forEachRemaining(
                            field -> fill(tab, field.getKey(), field.getValue().asText()));
            fill(
                    tab,
                    "client-secret",
                    Map.of("x", "x-client-secret", "facebook", "facebook-secret", "linkedin", "linkedin-secret")
                            .getOrDefault(platform, ""));
            tab.button("Save").click();
            assertThat(card(tab, name).getByText("Not connected yet")).isVisible();
            tab.keepPicture("36-not-connected-" + platform).mustBeAccessible();

            tab.button("Connect " + name).click();
            tab.keepPicture("37-connect-" + platform).mustBeAccessible();
            tab.page.locator("#agree").click();
            tab.page.waitForURL(url -> url.startsWith(scene.app().url() + "/accounts/connected"));
            tab.keepPicture("38-finish-" + platform).mustBeAccessible();
            tab.button("Finish").click();

            assertThat(tab.page.getByText("Connected.")).isVisible();
            assertThat(card(tab, name).getByText("Ready")).isVisible();
            tab.button("Test the connection of " + name).click();
            assertThat(card(tab, name).locator("[role=status]")).hasText("The connection works.");
            tab.keepPicture("39-connected-" + platform).mustBeAccessible();
            assertThat(tab.faults()).isEmpty();
        }
    }

    @Test
    void whoDoesNotAgreeOnThePlatformIsToldSo() {
        try (var tab = chromium.loggedIn("manager", PHONE)) {
            tab.go("/accounts/connected?error=access_denied&state=s");
            assertThat(tab.page.getByText("The platform did not grant access.")).isVisible();
            tab.keepPicture("40-not-granted").mustBeAccessible();

            tab.go("/accounts/connected?code=c&state=made-up");
            tab.button("Finish").click();
            assertThat(tab.page.locator("[role=alert]")).containsText("Begin again.");
            tab.keepPicture("41-connection-unknown").mustBeAccessible();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void publishingIsStoppedForAllToSeeAndGoesOn(int width) {
        try (var compliance = chromium.loggedIn("compliance", width);
                var author = chromium.loggedIn("author", width)) {
            compliance.go("/publishing").keepPicture("42-publishing-" + width).mustBeAccessible();
            compliance.page.locator("#note").fill("A wrong address is in many posts.");
            compliance.button("Stop all publishing now").click();
            assertThat(compliance.button("Let publishing go on")).isVisible();
            if (width == DESKTOP) {
                assertThat((Boolean) compliance.page.evaluate("document.querySelector('.im-header').offsetHeight < 70"))
                        .as("the header is one line")
                        .isTrue();
            }
            compliance.keepPicture("43-stopped-" + width).mustBeAccessible();

            for (var page : new String[] {"/", "/contents", "/contents/new", "/check"}) {
                author.go(page);
                assertThat(author.page.locator(".im-stopped")).isVisible();
            }
            author.go("/").keepPicture("44-stopped-author-" + width).mustBeAccessible();

            compliance.button("Let publishing go on").click();
            assertThat(compliance.button("Stop all publishing now")).isVisible();
            author.go("/");
            assertThat(author.page.locator(".im-stopped")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void aFaultIsSwitchedOnInTheSandbox(int width) {
        try (var tab = chromium.loggedIn("manager", width)) {
            tab.go("/sandbox");
            tab.page.locator("#fault-ghost").selectOption("THROTTLED");
            tab.button("Switch on for ghost").click();
            assertThat(tab.page.locator("#ghost .im-note-warn")).containsText("Too many requests (429)");
            tab.keepPicture("45-sandbox-" + width).mustBeAccessible();
            assertThat(tab.faults()).isEmpty();
        }
    }

    private static void fill(Tab tab, String field, String value) {
        tab.page.locator("[id='field." + field + "']").fill(value);
    }

    private static Locator card(Tab tab, String name) {
        return tab.page
                .locator("li.im-card")
                .filter(new Locator.FilterOptions()
                        .setHas(tab.page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(name).setExact(true))));
    }
}
