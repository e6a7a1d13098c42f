package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A piece with a text of its own for one channel, from the author's form to the reviewers' page. */
@InBrowser
@Tag("browser")
class OwnTextsInBrowserTest {
    private static final Path PICTURE = Path.of("src/main/resources/samples/garden.png");

    private final SandboxScene scene = SandboxScene.get();
    private final Chromium chromium = scene.chromium();

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void aTextOfItsOwnIsWrittenAndReviewedWithItsPreviews(int width) {
        String id;
        var inAWeek = LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(7) + "T10:00";
        try (var author = chromium.loggedIn("author", width)) {
            author.go("/contents/new").keepPicture("50-compose-" + width).mustBeAccessible();
            author.field("Title").fill("Our garden opens");
            author.field("Text")
                    .fill("On Saturday the garden opens its gates for everybody. There is coffee, cake and a"
                            + " walk with our gardeners, who show what grows where.\n\nNobody needs a ticket. Come by bus: the stop is in"
                            + " front of the gate. #garden");
            author.field("Link (optional)").fill("https://lindenhof.example/garden");
            author.page.setInputFiles("#upload", PICTURE);
            author.field("Description of image 1").fill("The garden with its benches");
            for (var channel : new String[] {"mastodon", "facebook", "x", "wordpress"}) {
                author.page.locator("#channel-" + channel).check();
            }
            author.page
                    .locator(".im-choice", new Page.LocatorOptions().setHas(author.page.locator("#channel-mastodon")))
                    .locator("summary")
                    .click();
            author.field("Text for Mastodon (sandbox)")
                    .fill("The garden opens on Saturday, with cake. #garden @gardeners");
            author.page.locator("#publishAt").fill(inAWeek);
            author.page.locator("#timeZone").selectOption("Europe/Lisbon");
            author.keepPicture("51-compose-own-text-" + width).mustBeAccessible();
            author.button("Save draft").click();
            author.page.waitForURL(url -> url.contains("/edit?saved"));
            assertThat(author.field("Text for Mastodon (sandbox)")).isVisible();
            assertThat(author.page.locator("#timeZone")).hasValue("Europe/Lisbon");
            assertThat(author.page.locator("#publishAt")).hasValue(inAWeek);
            author.button("Save and submit").click();
            id = author.submittedPiece();
            assertThat(author.page.getByText("with cake. #garden").first()).isVisible();
            author.keepPicture("52-piece-own-text-" + width).mustBeAccessible();
            assertThat(author.faults()).isEmpty();
        }
        try (var reviewer = chromium.loggedIn("compliance", width)) {
            reviewer.go("/review/" + id);
            assertThat(reviewer.page.locator("#on-channels")).isVisible();
            reviewer.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            assertThat(reviewer.page
                            .locator(".im-preview-text")
                            .filter(new Locator.FilterOptions().setHasText("with cake")))
                    .hasCount(2);
            reviewer.keepPicture("53-review-own-text-" + width).mustBeAccessible();
            assertThat(reviewer.faults()).isEmpty();
        }
    }
}
