package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;

/** Tasklist as a reviewer uses it. */
final class Tasklist {
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
    }

    void decide(String decision, String reason) {
        tab.page.getByLabel(decision).check();
        if (!reason.isEmpty()) {
            tab.page.locator(".fjs-form textarea").fill(reason);
        }
        completeButton().click();
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
