package io.imprimatur.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One page in the browser, with what the tests do to it. */
final class Tab implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> INTOLERABLE = Set.of("serious", "critical");

    /** Hash of an empty style attribute: axe-core tries to set some, and the policy stops it. */
    private static final String EMPTY_STYLE = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    final Page page;
    private final List<String> faults = new ArrayList<>();

    Tab(Page page) {
        this.page = page;
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            boolean byAxe = message.text().contains(EMPTY_STYLE);
            if (message.type().equals("error") && message.text().contains("Content Security Policy") && !byAxe) {
                faults.add(message.text());
            }
        });
    }

    Tab go(String path) {
        page.navigate(path);
        return this;
    }

    void logIn(String person) {
        go("/login");
        page.fill("#username", person);
        page.fill("#password", person);
        page.locator("#login button[type=submit]").click();
        page.waitForURL(url -> !url.endsWith("/login"));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Waits until the author's page says that the piece was submitted, and gives the piece's id. */
    String submittedPiece() {
        page.waitForURL(url -> url.endsWith("?submitted"));
        return path().replaceAll("^/contents/|[?].*$", "");
    }

    String path() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    /** Keeps a picture of the whole page under {@code target/screenshots}. */
    Tab keepPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
        return this;
    }

    /** No violation of WCAG 2.1 A or AA that axe-core calls serious or critical, and no sideways scrolling. */
    Tab mustBeAccessible() {
        var results = new AxeBuilder(page)
                .options(onlyViolations())
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .setLegacyMode(true)
                .analyze();
        assertThat(results.getErrorMessage()).as("axe-core ran").isNull();
        var violations = results.getViolations().stream()
                .filter(rule -> INTOLERABLE.contains(rule.getImpact()))
                .map(rule -> rule.getId() + " at " + rule.getNodes().get(0).getTarget())
                .toList();
        assertThat(violations).as("axe-core on %s", page.url()).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                .as("%s fits the width", page.url())
                .isTrue();
        return this;
    }

    /** The many rules that a page keeps are not listed one by one, and all frames are of one origin: four times as quick. */
    private static AxeRunOptions onlyViolations() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** What went wrong in scripts, or was stopped by the content security policy. */
    List<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        page.context().close();
    }
}
