package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compliance keeps the directory and looks at the statistics. */
@InBrowser
@Tag("browser")
class DirectoryInBrowserTest {
    private final Chromium chromium = Scene.get().chromium();

    @AfterEach
    void empty() {
        try (var tab = chromium.loggedIn("compliance", DESKTOP)) {
            tab.go("/directory");
            upload(tab, "kind,value\n");
            tab.field("Remove everything that is not in the file").check();
            tab.button("Import").click();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void entriesAreAddedFoundAndRemoved(int width) {
        try (var tab = chromium.loggedIn("compliance", width)) {
            tab.link("Directory").click();
            assertThat(text(tab, "The directory is empty.")).isVisible();
            assertThat(tab.field("First day")).isHidden();
            tab.keepPicture("directory-empty-" + width).mustBeAccessible();

            add(tab, "STAFF", "Dr. Jane Roe");
            assertThat(text(tab, "Added: Dr. Jane Roe")).isVisible();
            tab.field("Kind").selectOption("EVENT");
            tab.field("Entry").fill("Open house");
            tab.field("First day").fill("2031-05-12");
            tab.field("Place, if it is not one of yours").fill("Riverside Hall");
            tab.button("Add").click();
            tab.go("/directory");
            assertThat(text(tab, "12 May 2031")).isVisible();
            tab.keepPicture("directory-" + width).mustBeAccessible();

            tab.field("Search").fill("river");
            assertThat(text(tab, "1 entry")).isVisible();
            assertThat(tab.page.locator("#entries li")).hasCount(1);
            tab.button("Remove Open house").click();
            assertThat(text(tab, "Nothing found.")).isVisible();
            assertThat(tab.faults()).isEmpty();
        }
    }

    @Test
    void aMistakeIsSaidAndWhatWasTypedStays() {
        try (var tab = chromium.loggedIn("compliance", DESKTOP)) {
            tab.go("/directory");
            add(tab, "EMAIL", "gmail.com");
            assertThat(text(tab, "This domain is used by many, patients among them."))
                    .isVisible();
            assertThat(tab.field("Entry")).hasValue("gmail.com");
            assertThat(tab.field("Kind")).hasValue("EMAIL");
            tab.keepPicture("directory-refused").mustBeAccessible();
        }
    }

    @Test
    void aCsvFileIsImportedAsAWholeOrNotAtAllAndExported() throws IOException {
        try (var tab = chromium.loggedIn("compliance", DESKTOP)) {
            tab.go("/directory");
            upload(tab, "kind,value\nSTAFF,Jane Roe\nPET,Rex\n");
            tab.button("Import").click();
            assertThat(text(tab, "Line 3: Say what it is:")).isVisible();
            assertThat(text(tab, "The directory is empty.")).isVisible();
            tab.keepPicture("directory-import-refused").mustBeAccessible();

            upload(tab, "kind,value\nSTAFF,\"Jane Roe, MD\"\nDOMAIN,clinic.example\n");
            tab.button("Import").click();
            assertThat(text(tab, "Imported: 2 added, 0 removed, 0 there already."))
                    .isVisible();
            var download =
                    tab.page.waitForDownload(() -> tab.link("Export as CSV").click());
            assertThat(Files.readString(download.path()))
                    .isEqualTo(
                            "kind,value,from,until,place\r\nSTAFF,\"Jane Roe, MD\",,,\r\nDOMAIN,clinic.example,,,\r\n"
                                    .replaceFirst("(?s)(STAFF.*?\r\n)(DOMAIN.*)", "$2$1"));
        }
    }

    @Test
    void itWorksWithoutScripts() {
        try (var tab = chromium.withoutScripts()) {
            tab.logIn("compliance");
            tab.go("/directory");
            add(tab, "LOCATION", "Springfield campus");
            assertThat(text(tab, "Added: Springfield campus")).isVisible();
            tab.button("Remove Springfield campus").click();
            assertThat(text(tab, "Removed.")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void theStatisticsAreATable(int width) {
        Scene.get().samplesInPlace();
        try (var tab = chromium.loggedIn("compliance", width)) {
            tab.link("Statistics").click();
            assertThat(tab.page.locator("table")).isVisible();
            tab.keepPicture("statistics-" + width).mustBeAccessible();
            tab.go("/statistics?from=2001-01-01&until=2001-02-01");
            assertThat(text(tab, "Nothing was found in these days.")).isVisible();
            tab.keepPicture("statistics-empty-" + width).mustBeAccessible();
        }
        try (var tab = chromium.loggedIn("admin", width)) {
            assertThat(tab.link("Directory")).hasCount(0);
            tab.link("Statistics").click();
            assertThat(tab.page.locator("h1")).hasText("Screening statistics");
        }
        try (var tab = chromium.loggedIn("author", width)) {
            assertThat(tab.link("Directory")).hasCount(0);
            assertThat(tab.link("Statistics")).hasCount(0);
            assertThat(tab.page.navigate("/directory").status()).isEqualTo(403);
            assertThat(tab.page.navigate("/statistics").status()).isEqualTo(403);
        }
    }

    private static void add(Tab tab, String kind, String value) {
        tab.field("Kind").selectOption(kind);
        tab.field("Entry").fill(value);
        tab.button("Add").click();
    }

    private static void upload(Tab tab, String csv) {
        tab.field("CSV file")
                .setInputFiles(new FilePayload("own.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator text(Tab tab, String words) {
        return tab.page.getByText(words).first();
    }
}
