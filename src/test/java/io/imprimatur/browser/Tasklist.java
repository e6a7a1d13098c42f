package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import java.time.Duration;

/** Tasklist as a reviewer uses it. */
final class Tasklist {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Tab tab;

    Tasklist(Tab tab) {
        this.tab = tab;
    }

    void open(String taskId) {
        tab.go("/camunda/app/tasklist/default/#/?task=" + taskId);
        assertThat(tab.page.locator("section.task-card")).isVisible();
    }

    /** The piece inside the form. */
    FrameLocator piece() {
        return tab.page.frameLocator(".imprimatur-frame iframe");
    }

    void claim() {
        tab.page.locator("button.claim").click();
        assertThat(completeButton()).isEnabled();
        assertThat(piece().getByText("This task is yours.")).isVisible();
    }

    void decide(String decision, String reason) {
        choose(tab.page.getByLabel(decision));
        if (!reason.isEmpty()) {
            tab.page.locator(".fjs-form textarea").fill(reason);
        }
        completeButton().click();
    }

    /** The page may still grow above the form, so a click that missed is repeated, as anybody would. */
    private static void choose(Locator choice) {
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            choice.click();
            return choice.isChecked();
        });
    }

    Locator completeButton() {
        return tab.page.locator(".form-actions button.btn-primary");
    }

    Locator notification() {
        return tab.page.locator(".page-notifications .notifications");
    }

    void gone() {
        assertThat(tab.page.locator("section.task-card")).hasCount(0);
    }
}
