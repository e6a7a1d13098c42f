package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager changes the approval flow by building blocks; what would publish too early is refused and drawn. */
@InBrowser
@Tag("browser")
class FlowEditorTest {
    private static final String FLOW = "Approval of a post";
    private static final String TAKE_DOWN = "Preserve, then take down everywhere";
    private static final String CHOICE = "Choice (after ‘" + TAKE_DOWN + "’)";

    private final Scene scene = Scene.get();
    private final Chromium chromium = scene.chromium();

    @Test
    void aManagerAddsAReviewBesideAnotherSeesABypassRefusedMendsItAndASecondPersonPutsItInForce() {
        try (var tab = chromium.loggedIn("manager", DESKTOP)) {
            open(tab, FLOW);
            String before = versionOpenIn(tab);
            tab.keepPicture("flow-editor-open").mustBeAccessible();

            tab.button("Show as list").click();
            step(tab, "Legal review").click();
            addStep(tab, "At the same time as “Legal review”", "Review by a group");
            tab.page.getByLabel("Group that reviews").selectOption("compliance");
            tab.button("Show as list").click();
            tab.button("Whole flow").click();
            assertThat(shape(tab, "legalReview")).isVisible();
            tab.keepPicture("flow-editor-side-by-side").mustBeAccessible();
            tab.button("Check").click();
            assertThat(text(tab, "Nothing keeps this flow from being deployed."))
                    .isVisible();

            leadOnWithoutClinicalApproval(tab);
            tab.button("Deploy…").click();
            var violation = tab.page.locator(".im-flow-violation").first();
            assertThat(violation).containsText("Publish");
            violation.click();
            assertThat(tab.page.locator(".im-path-offence-end")).not().hasCount(0);
            assertThat(tab.page.locator(".im-path-number").first()).isVisible();
            tab.keepPicture("flow-editor-bypass-refused").mustBeAccessible();

            tab.button("Undo").click();
            tab.button("Deploy…").click();
            tab.field("Why?").fill("Compliance reads beside the lawyer.");
            tab.keepPicture("flow-editor-deploy").mustBeAccessible();
            dialog(tab).getByRole(AriaRole.BUTTON, named("Propose")).click();
            assertThat(text(tab, "Proposed. Another manager or compliance has to confirm it."))
                    .isVisible();
            tab.link("Look at the proposal").click();
            SecondPerson.confirms(chromium, tab.path());

            try {
                theNextPostIsReadByComplianceToo();
                compare(tab, before, newestVersion(tab));
            } finally {
                putInForceAgain(tab, before);
            }
            assertThat(tab.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void unsavedWorkSurvivesAReload(int width) {
        try (var tab = chromium.loggedIn("manager", width)) {
            open(tab, FLOW);
            tab.page.onDialog(Dialog::accept);
            tab.field("Name").first().fill("My own way");
            assertThat(text(tab, "There are changes that are not saved.")).isVisible();
            tab.page.reload();
            assertThat(tab.button("Restore")).isVisible();
            tab.keepPicture("flow-editor-restore-" + width).mustBeAccessible();
            tab.button("Restore").click();
            assertThat(tab.field("Name").first()).hasValue("My own way");
            tab.page.keyboard().press("Control+s");
            assertThat(tab.page.locator(".im-flow-status")).containsText("Saved at");
            tab.page.reload();
            assertThat(tab.field("Name").first()).hasValue("My own way");
            assertThat(tab.button("Restore")).hasCount(0);
            assertThat(tab.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void aFlowIsWalkedStepByStepAndReadAsAList(int width) {
        try (var tab = chromium.loggedIn("manager", width)) {
            open(tab, FLOW);
            tab.button("Try").click();
            tab.page.locator(".im-flow-moves button").first().click();
            assertThat(tab.button("One step back")).isEnabled();
            assertThat(tab.page.locator(".im-path-passed-end")).not().hasCount(0);
            tab.keepPicture("flow-editor-try-" + width).mustBeAccessible();
            tab.button("Show as list").click();
            assertThat(step(tab, "Legal review")).isVisible();
            tab.keepPicture("flow-editor-list-" + width).mustBeAccessible();
            assertThat(tab.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void theReleasePolicyIsChangedWithoutAnExpression(int width) {
        try (var tab = chromium.loggedIn("manager", width)) {
            open(tab, "Release policy");
            tab.button("Add a row").click();
            var row = tab.page.locator(".im-row").last();
            row.getByLabel("Kind of post", new Locator.GetByLabelOptions().setExact(true))
                    .selectOption(new SelectOption().setLabel("One of these"));
            row.getByLabel("Channels", new Locator.GetByLabelOptions().setExact(true))
                    .selectOption(new SelectOption().setLabel("At least one of these"));
            row.getByLabel("Newsroom").click();
            assertThat(row.getByLabel("Newsroom")).isChecked();
            row.getByLabel("Takes the flow").selectOption(new SelectOption().setLabel("Fast track for corrections"));
            row.getByLabel("Needs a further review by").selectOption("compliance");
            assertThat(row.locator("summary"))
                    .containsText("Channels: “Newsroom” → Takes the flow: “Fast track for corrections”;"
                            + " Needs a further review by: “compliance”");
            row.getByLabel("Why").fill("Corrections are urgent.");
            tab.button("Check").click();
            assertThat(tab.page.locator(".im-note-good")).isVisible();
            tab.keepPicture("flow-editor-table-" + width).mustBeAccessible();
            tab.page.onDialog(Dialog::accept);
            tab.page.keyboard().press("Control+s");
            assertThat(tab.page.locator(".im-flow-status")).containsText("Saved at");
            tab.page.reload();
            assertThat(row.locator("summary")).containsText("Corrections are urgent.");
            assertThat(tab.faults()).isEmpty();
        }
    }

    @Test
    void aFlowIsChangedWithTheKeyboardAlone() {
        try (var tab = chromium.loggedIn("manager", DESKTOP)) {
            open(tab, "Withdrawal of a post");
            var keys = new Keys(tab);
            keys.press("Show as list");
            keys.press("add a step… after " + TAKE_DOWN);
            keys.pressBlock("Choice");
            keys.press("Add a step…");
            keys.pressBlock("Notify a group");
            keys.press("Add a step…");
            keys.pressBlock("Choice");

            keys.press("lead on to… another step from Choice (before ‘Notify a group’)");
            keys.pick("To which step", "Withdrawn");
            keys.press("Lead there");
            keys.press("Lead elsewhere…");
            keys.pick("To which step", "Choice (after ‘Notify a group’)");
            keys.press("Lead there");
            keys.pick("What is asked", "Otherwise: when no other way is taken");
            keys.press("change the way from " + CHOICE + " to Notify a group");
            keys.pick("What is asked", "May it be a privacy incident?");
            keys.press("Add a condition");
            keys.pick("The flow goes this way if", "any of these is so");
            tab.keepPicture("flow-editor-keyboard").mustBeAccessible();
            keys.press("Check");
            assertThat(tab.page.locator(".im-note-good")).isVisible();

            keys.press("lead on to… another step from Notify a group");
            keys.pick("To which step", TAKE_DOWN);
            keys.press("Lead there");
            keys.press("Check");
            assertThat(tab.page.locator(".im-flow-violation").first()).isVisible();
            keys.press("remove the way from Notify a group to " + TAKE_DOWN);
            keys.press("Check");
            assertThat(tab.page.locator(".im-note-good")).isVisible();
            assertThat(tab.faults()).isEmpty();
        }
    }

    private void theNextPostIsReadByComplianceToo() {
        String id;
        try (var author = chromium.loggedIn("author", DESKTOP)) {
            author.go("/contents/new");
            author.field("Title").fill("The garden café opens on Sundays");
            author.field("Text").fill("From May on the garden café is open on Sundays too. Everybody is welcome.");
            author.button("Save and submit").click();
            id = author.submittedPiece();
        }
        assertThat(scene.openTask(id, "compliance")).isNotEmpty();
        assertThat(scene.openTask(id, "legal")).isNotEmpty();
    }

    private static void compare(Tab tab, String before, String after) {
        tab.go("/flows/compare?from=" + before + "&to=" + after);
        assertThat(tab.page.locator("#im-diff-words").locator("..")).containsText("“Review by a group”");
        assertThat(tab.page.locator(".im-diff-added").first()).isVisible();
        tab.keepPicture("flow-compare-" + DESKTOP).mustBeAccessible();
        tab.page.setViewportSize(PHONE, 844);
        tab.keepPicture("flow-compare-" + PHONE).mustBeAccessible();
        tab.page.setViewportSize(DESKTOP, 900);
    }

    private void putInForceAgain(Tab tab, String version) {
        tab.go("/flows/content-approval");
        var row = tab.page
                .locator("details")
                .filter(new Locator.FilterOptions()
                        .setHas(tab.page.locator("input[name=version][value='" + version + "']")));
        row.locator("summary").click();
        row.getByLabel("Why?").fill("The trial is over.");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(tab.page.locator("main")).containsText("The trial is over.");
        SecondPerson.confirms(chromium, tab.path());
    }

    private static String newestVersion(Tab tab) {
        tab.go("/flows/content-approval");
        var link = tab.page.locator("a[href*='/flows/editor?version=']").first();
        return URLDecoder.decode(
                String.valueOf(link.getAttribute("href")).replaceFirst(".*[?]version=", ""), StandardCharsets.UTF_8);
    }

    private static String versionOpenIn(Tab tab) {
        return URLDecoder.decode(tab.page.url().replaceFirst(".*[?]version=", ""), StandardCharsets.UTF_8);
    }

    private static void open(Tab tab, String name) {
        tab.go("/flows");
        tab.page
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Open in the editor\\s*: " + name + "$")))
                .click();
        assertThat(tab.button("Save draft")).isVisible();
        assertThat(tab.page.locator(".djs-shape, .im-row").first()).isVisible();
    }

    /** A mistake that is easily made: whatever the clinician says but "rejected" leads on. */
    private static void leadOnWithoutClinicalApproval(Tab tab) {
        tab.button("Show as list").click();
        tab.button("change the way from Clinical decision? to Further reviews").click();
        tab.field("The answer").selectOption(new SelectOption().setLabel("Anything but rejected"));
        tab.button("Show as list").click();
    }

    private static void addStep(Tab tab, String where, String block) {
        tab.button("Add a step…").click();
        tab.field("Where").selectOption(new SelectOption().setLabel(where));
        dialog(tab)
                .locator(".im-flow-block")
                .filter(new Locator.FilterOptions().setHasText(block))
                .first()
                .click();
    }

    private static Locator step(Tab tab, String name) {
        return tab.page.locator(".im-flow-name").getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator shape(Tab tab, String id) {
        return tab.page.locator("[data-element-id='" + id + "']").first();
    }

    private static Locator dialog(Tab tab) {
        return tab.page.locator("dialog");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator text(Tab tab, String text) {
        return tab.page.getByText(text).first();
    }
}
