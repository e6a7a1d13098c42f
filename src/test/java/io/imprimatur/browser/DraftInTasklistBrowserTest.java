package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An author who never leaves Tasklist. */
@InBrowser
@Tag("browser")
class DraftInTasklistBrowserTest {
    private final Scene scene = Scene.get();

    @Test
    void aPieceIsStartedWrittenAndSubmittedInTasklist() {
        try (var tab = scene.chromium().newlyLoggedIn("author")) {
            var tasklist = new Tasklist(tab);
            tab.go("/camunda/app/tasklist/default/");
            tab.page.locator(".start-process-action a").click();
            tab.page.getByText("Approval of a post").first().click();
            Locator kind = tab.page.locator(".modal-dialog .fjs-form");
            assertThat(kind).isVisible();
            tab.keepPicture("30-start-form");
            chooseKind(tab.page);
            tab.page.locator(".modal-footer button.btn-primary").click();
            assertThat(tab.page.locator(".modal-dialog")).hasCount(0);

            String id = scene.newestPieceOf("author");
            tasklist.open(scene.draftTask(id));
            var piece = tasklist.piece();
            piece.getByLabel("Title").fill("Written in Tasklist");
            piece.locator("#body").fill("The whole text was written inside the form.");
            tasklist.completeButton().click();
            assertThat(tab.page.getByText("There are words that are not saved yet."))
                    .isVisible();
            piece.locator("#save").click();
            assertThat(piece.getByText("Saved as revision 2.")).isVisible();
            assertThat(tab.page.getByText("There are words that are not saved yet."))
                    .hasCount(0);
            tab.keepPicture("31-compose-frame");
            tasklist.completeButton().click();
            tasklist.gone();
            assertThat(scene.openTask(id, "legal")).isNotEmpty();
        }
    }

    private static void chooseKind(Page page) {
        var announcement = page.locator(".modal-dialog .fjs-form").getByText("Announcement");
        if (announcement.count() == 0) {
            page.locator(".modal-dialog .fjs-form [role=combobox], .modal-dialog .fjs-form input")
                    .first()
                    .click();
        }
        announcement.first().click();
    }
}
