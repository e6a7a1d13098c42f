package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;

/** Somebody of compliance, who confirms what a manager proposes. */
final class SecondPerson {
    private SecondPerson() {}

    /** @param proposal the path of its page */
    static void confirms(Chromium chromium, String proposal) {
        try (var tab = chromium.loggedIn("compliance", DESKTOP)) {
            tab.go(proposal);
            tab.button("Confirm and put it in force").click();
            assertThat(tab.page.locator("main")).containsText("is in force.");
        }
    }
}
