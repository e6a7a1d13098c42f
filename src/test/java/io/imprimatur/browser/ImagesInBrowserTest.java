package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.microsoft.playwright.options.FilePayload;
import io.imprimatur.screening.internal.image.Drawings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What author and reviewer see of an image and of what was read in it. */
@InBrowser
@Tag("browser")
class ImagesInBrowserTest {
    private final Scene scene = Scene.get();
    private final Chromium chromium = scene.chromium();

    @Test
    void theAuthorSeesWhatStandsInAnImageBeforeItIsSubmitted() {
        try (var author = chromium.loggedIn("author", DESKTOP)) {
            author.go("/contents/new");
            author.field("Title").fill("A day on our ward");
            author.field("Text").fill("Our nurses show what they do. Call us on (202) 555-0142.");
            upload(author, Drawings.on(Drawings.photo(1400, 700), Drawings.wristband(), 80, 200));

            var image = author.page.locator("#findings .im-pictured");
            assertThat(image).containsText("It has no description yet.");
            assertThat(image).containsText("There is a barcode or QR code in this image.");
            assertThat(image).containsText("This looks like a wristband");
            assertThat(image.locator("mark.im-finding-block").first()).isVisible();
            assertThat(author.page.locator("#findings")).containsText("is your organisation’s own and may stay");
            author.keepPicture("60-image-wristband").mustBeAccessible();
            assertThat(author.faults()).isEmpty();
        }
    }

    @Test
    void theReviewerSeesEachImageWithItsQuestionAndWhatWasReadInIt() {
        String id;
        try (var author = chromium.loggedIn("author", PHONE)) {
            author.go("/contents/new");
            author.field("Title").fill("Blood drive in our garden");
            author.field("Text").fill("Come and give. Call us on (202) 555-0142.");
            upload(author, poster());
            author.field("Description of image 1").fill("Poster of our blood drive with its address on the web");
            assertThat(author.page.locator("#findings")).not().containsText("It has no description yet.");
            author.keepPicture("61-image-poster-phone").mustBeAccessible();
            author.button("Save and submit").click();
            id = author.submittedPiece();
        }
        String task = scene.openTask(id, "privacy");
        try (var reviewer = chromium.newlyLoggedIn("compliance")) {
            reviewer.go("/review/" + id + "?task=" + task);
            assertThat(reviewer.page.getByText("Screening read in it:")).isVisible();
            assertThat(reviewer.page.locator(".im-read")).containsText("Blood drive");
            assertThat(reviewer.page.locator(".im-finding-card .im-thumb").first())
                    .isVisible();
            assertThat(reviewer.page.locator(".im-own")).containsText("(202) 555-0142");
            reviewer.keepPicture("62-image-review").mustBeAccessible();

            var tasklist = new Tasklist(reviewer);
            tasklist.open(task);
            tasklist.claim();
            assertThat(
                            tasklist.piece()
                                    .getByLabel(
                                            "Is nobody in this picture recognisable, or is everybody's written consent on file?"))
                    .isVisible();
            reviewer.keepPicture("63-image-review-tasklist");
            assertThat(reviewer.faults()).isEmpty();
        }
    }

    private static BufferedImage poster() {
        return Drawings.paper(1000, 700, new Color(250, 240, 220), graphics -> {
            Drawings.lines(graphics, 60, 120, 54, "Blood drive", "in our garden", "Everybody is welcome");
            graphics.drawImage(
                    Drawings.code(BarcodeFormat.QR_CODE, "https://www.lindenhof.example/give", 260, 260),
                    680,
                    380,
                    null);
        });
    }

    private static void upload(Tab tab, BufferedImage image) {
        tab.page.setInputFiles("#upload", new FilePayload("picture.png", "image/png", Drawings.png(image)));
        assertThat(tab.field("Description of image 1")).isVisible();
    }
}
