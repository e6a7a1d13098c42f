package io.imprimatur.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** Works on a page with the keyboard alone: Tab leads to a control, and keys press or change it. */
final class Keys {
    /** More than any page has controls. */
    private static final int FARTHEST = 300;

    private final Tab tab;

    Keys(Tab tab) {
        this.tab = tab;
    }

    void press(String button) {
        to(tab.button(button), button);
        tab.page.keyboard().press("Enter");
    }

    /** A building block in the dialogue that offers them. */
    void pressBlock(String name) {
        to(tab.page.locator("dialog .im-flow-block:has(strong:text-is(\"" + name + "\"))"), name);
        tab.page.keyboard().press("Enter");
    }

    void pick(String label, String option) {
        var list = tab.field(label).first();
        to(list, label);
        tab.page.keyboard().press("Home");
        while (!list.locator("option:checked").textContent().equals(option)) {
            var before = list.inputValue();
            tab.page.keyboard().press("ArrowDown");
            assertThat(list.inputValue()).as("%s has %s", label, option).isNotEqualTo(before);
        }
    }

    private void to(Locator control, String name) {
        control.waitFor();
        for (int steps = 0; steps < FARTHEST; steps++) {
            if ((Boolean) control.evaluate("element => element === document.activeElement")) {
                return;
            }
            tab.page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + name);
    }
}
