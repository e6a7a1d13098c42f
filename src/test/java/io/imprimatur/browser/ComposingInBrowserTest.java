package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writing a piece, in the ways that people write: by keyboard, on a phone, without scripts, with bad luck. */
@InBrowser
@Tag("browser")
class ComposingInBrowserTest {
    private static final Path PICTURE = Path.of("src/main/resources/samples/garden.png");

    private final Chromium chromium = Scene.get().chromium();

    @Test
    void aPostIsWrittenAndSubmittedByKeyboardAlone() {
        try (var author = chromium.loggedIn("author", DESKTOP)) {
            author.go("/contents/new");
            Keyboard keys = author.page.keyboard();
            tabTo(author, "title");
            keys.type("A concert in the hall");
            tabTo(author, "body");
            keys.type("Our choir sings for everybody in the house.");
            tabTo(author, "submit");
            keys.press("Enter");
            String id = author.submittedPiece();
            assertThat(author.page.getByText("A concert in the hall").first()).isVisible();
            assertThat(id).isNotEmpty();
        }
    }

    private static void tabTo(Tab tab, String id) {
        for (int i = 0; i < 60; i++) {
            tab.page.keyboard().press("Tab");
            if (id.equals(tab.page.evaluate("document.activeElement.id"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach #" + id);
    }

    @Test
    void imagesChangePlacesAndGoByTheirButtons() {
        try (var author = chromium.loggedIn("author", PHONE)) {
            author.go("/contents/new");
            author.field("Title").fill("Pictures");
            author.page.setInputFiles("#upload", PICTURE);
            author.field("Description of image 1").fill("first");
            author.page.setInputFiles("#upload", PICTURE);
            author.field("Description of image 2").fill("second");
            author.button("Move image 2 up").click();
            assertThat(author.field("Description of image 1")).hasValue("second");
            assertThat(author.field("Description of image 2")).hasValue("first");
            author.keepPicture("20-images-phone").mustBeAccessible();
            author.button("Remove image 1").click();
            assertThat(author.field("Description of image 1")).hasValue("first");
            assertThat(author.page.locator(".im-images > li")).hasCount(1);
        }
    }

    @Test
    void whatWasWrittenOutlivesASessionThatEnded() {
        try (var author = chromium.loggedIn("author", DESKTOP)) {
            author.go("/contents/new");
            author.field("Title").fill("A long evening");
            author.field("Text").fill("Many words that nobody wants to type twice.");
            author.page.context().clearCookies();
            author.button("Save draft").click();
            assertThat(author.link("Log in in a new tab")).isVisible();
            assertThat(author.field("Text")).hasValue("Many words that nobody wants to type twice.");
            author.keepPicture("21-session-ended").mustBeAccessible();

            var other = new Tab(author.page.context().newPage());
            other.logIn("author");
            author.button("Save draft").click();
            author.page.waitForURL(url -> url.contains("/edit?saved"));
            assertThat(author.field("Text")).hasValue("Many words that nobody wants to type twice.");
        }
    }

    /** Whoever is quicker than the page's scripts is as safe from losing words as anybody. */
    @Test
    void theFirstLetterIsNoticedEvenWhileThePageIsStillComing() {
        try (var author = chromium.loggedIn("author", DESKTOP)) {
            author.page.addInitScript(
                    """
                    new MutationObserver((_, watching) => {
                      const title = document.getElementById('title');
                      if (title) {
                        watching.disconnect();
                        title.value = 'Q';
                        title.dispatchEvent(new Event('input', { bubbles: true }));
                      }
                    }).observe(document, { childList: true, subtree: true });
                    """);
            author.go("/contents/new");
            assertThat(author.field("Title")).hasValue("Q");
            assertThat(author.page.locator("html[data-unsaved]")).hasCount(1);
        }
    }

    @Test
    void whatWasWrittenOutlivesANetworkThatFails() {
        try (var author = chromium.loggedIn("author", DESKTOP)) {
            author.go("/contents/new");
            author.field("Title").fill("On the train");
            author.page.context().setOffline(true);
            author.button("Save draft").click();
            assertThat(author.page.getByText("The server could not be reached")).isVisible();
            author.page.context().setOffline(false);
            author.button("Save draft").click();
            author.page.waitForURL(url -> url.contains("/edit?saved"));
            assertThat(author.field("Title")).hasValue("On the train");
        }
    }

    @Test
    void twoVersionsAreShownWhenSomebodySavedMeanwhileAndNeitherIsLost() {
        try (var first = chromium.loggedIn("author", DESKTOP);
                var second = chromium.loggedIn("author", DESKTOP)) {
            first.go("/contents/new");
            first.field("Title").fill("Two hands");
            first.field("Text").fill("One text.");
            first.button("Save draft").click();
            first.page.waitForURL(url -> url.contains("/edit?saved"));
            second.go(first.path());

            first.field("Text").fill("One text, changed here.");
            first.button("Save draft").click();
            assertThat(first.page.getByText("Saved as revision 2.")).isVisible();
            second.field("Text").fill("One text, changed there.");
            second.button("Save draft").click();

            assertThat(second.page.getByText("Two versions")).isVisible();
            assertThat(second.page.locator("#their-body")).hasText("One text, changed here.");
            assertThat(second.field("Text")).hasValue("One text, changed there.");
            second.keepPicture("22-two-versions").mustBeAccessible();
            second.button("Save draft").click();
            assertThat(second.page.getByText("Saved as revision 3.")).isVisible();
            assertThat(second.field("Text")).hasValue("One text, changed there.");
        }
    }

    @Test
    void aPostIsWrittenWithItsImageAndSubmittedWithoutScripts() {
        try (var author = chromium.withoutScripts()) {
            author.logIn("author");
            author.go("/contents/new");
            author.field("Title").fill("Plain");
            author.field("Text").fill("Call Mia on (415) 555-2671.");
            author.page.setInputFiles("#upload", PICTURE);
            author.button("Add image").press("Enter");
            assertThat(author.page.locator("#findings mark")).hasCount(2);
            author.field("Text").fill("Words and a drawing.");
            author.field("Description of image 1").fill("Drawing of the hospital");
            author.button("Save and submit").press("Enter");
            author.submittedPiece();
            assertThat(author.page.locator("img[alt='Drawing of the hospital']"))
                    .isVisible();
        }
    }

    @Test
    void whatIsRefusedSaysWhyAndKeepsEveryWord() {
        try (var author = chromium.loggedIn("author", PHONE)) {
            author.go("/contents/new");
            author.field("Text").fill("A text without a title.");
            author.button("Save and submit").click();
            assertThat(author.page.locator("#refusal")).isFocused();
            assertThat(author.field("Text")).hasValue("A text without a title.");
            author.keepPicture("23-refused-phone").mustBeAccessible();
        }
    }
}
