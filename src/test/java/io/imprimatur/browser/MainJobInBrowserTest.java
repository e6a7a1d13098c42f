package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole main job, by the pages that people use, in a real browser. */
@InBrowser
class MainJobInBrowserTest {
    private static final Path PICTURE = Path.of("src/main/resources/samples/garden.png");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Scene scene = Scene.get();
    private final Chromium chromium = scene.chromium();

    @Test
    void aPostIsComposedApprovedByLegalAndClinicalAndAppearsInTheNewsroom() {
        String id;
        try (var author = chromium.loggedIn("author", DESKTOP)) {
            author.go("/contents/new");
            author.field("Title").fill("Our new birth rooms are open");
            author.field("Text")
                    .fill("Three birth rooms with a tub and a view of the garden. Call Mia on (415) 555-2671.");
            assertThat(author.page.locator("#findings mark")).hasCount(2);
            author.keepPicture("02-compose-finding-marked").mustBeAccessible();
            author.field("Text")
                    .fill("Three birth rooms with a tub and a view of the garden. Call us on (202) 555-0142.");
            assertThat(author.page.locator("#findings mark")).hasCount(0);
            author.page.setInputFiles("#upload", PICTURE);
            author.field("Description of image 1").fill("Drawing of the hospital between trees");
            author.keepPicture("03-compose-with-image").mustBeAccessible();
            author.button("Save and submit").click();
            id = author.submittedPiece();
            author.keepPicture("04-submitted").mustBeAccessible();
            assertThat(author.faults()).isEmpty();
        }
        lookAtThePictureInTasklist(id);
        approveInTasklist("legal", id, "05");
        approveInTasklist("clinical", id, "06");

        await().atMost(PATIENCE)
                .until(() -> scene.content(id).path("state").asText().equals("PUBLISHED"));
        try (var reader = chromium.anonymous(DESKTOP)) {
            reader.go("/newsroom").link("Our new birth rooms are open").first().click();
            assertThat(reader.page.locator("img[alt='Drawing of the hospital between trees']"))
                    .isVisible();
            reader.keepPicture("07-newsroom-post").mustBeAccessible();
        }
        try (var author = chromium.loggedIn("author", PHONE)) {
            author.go("/contents/" + id);
            assertThat(author.page.getByText("It appeared on Newsroom.")).isVisible();
            author.keepPicture("08-published-phone").mustBeAccessible();
        }
        mailArrivedFor("legal");
        mailArrivedFor("clinical");
        mailArrivedFor("author");
    }

    private void lookAtThePictureInTasklist(String id) {
        String task = scene.openTask(id, "privacy");
        try (var tab = chromium.newlyLoggedIn("compliance")) {
            var tasklist = new Tasklist(tab);
            tasklist.open(task);
            tasklist.claim();
            var answer = tasklist.piece()
                    .getByLabel("Is nobody in this picture recognisable, or is everybody's written consent on file?");
            answer.fill("It is a drawing of our house; nobody is in it.");
            tasklist.piece().getByText("Save answer").click();
            assertThat(tasklist.piece().getByText("Saved.")).isVisible();
            assertThat(tasklist.piece().locator(".im-own")).containsText("(202) 555-0142");
            tab.keepPicture("05-privacy-picture-answered");
            tasklist.decide("Approve: exactly this text may go out", "Nobody is in the picture.");
            tasklist.gone();
        }
    }

    private void approveInTasklist(String person, String id, String number) {
        String task = scene.openTask(id, person);
        try (var tab = chromium.newlyLoggedIn(person)) {
            var tasklist = new Tasklist(tab);
            tasklist.open(task);
            assertThat(tasklist.piece().getByText("Claim this task first.")).isVisible();
            assertThat(tasklist.piece().locator("article").getByText("Three birth rooms"))
                    .isVisible();
            tab.keepPicture(number + "a-" + person + "-unclaimed");
            tasklist.claim();
            assertThat(tasklist.piece().getByText("This task is yours.")).isVisible();
            tab.keepPicture(number + "b-" + person + "-claimed");
            tasklist.decide("Approve: exactly this text may go out", "An invitation, and nothing is promised.");
            tasklist.gone();
            tab.keepPicture(number + "c-" + person + "-decided");
            tab.go("/review/" + id + "?task=" + task);
        }
    }

    private void mailArrivedFor(String person) {
        try (var tab = chromium.anonymous(DESKTOP)) {
            await().atMost(PATIENCE).until(() -> {
                tab.go("/inbox?person=" + person);
                return tab.page.locator("main a[href*='/inbox/']").count() > 0;
            });
            tab.keepPicture("09-inbox-" + person).mustBeAccessible();
        }
    }

    @Test
    void aRefusalInTasklistReadsAsASentenceAndChangesComeBackToTheAuthorWithTheReason() {
        String id =
                submitted("A talk about sleep", "Our sleep doctor explains how you sleep better. Entrance is free.");
        String task = scene.openTask(id, "legal");
        try (var tab = chromium.newlyLoggedIn("legal")) {
            var tasklist = new Tasklist(tab);
            tasklist.open(task);
            tasklist.claim();
            tasklist.decide("Ask for changes: the author shall change it first", "");
            assertThat(tasklist.notification()).containsText("reason");
            tab.keepPicture("10-refused-without-reason");
            tasklist.decide(
                    "Ask for changes: the author shall change it first", "Please say which room the talk is in.");
            tasklist.gone();
        }
        try (var author = chromium.loggedIn("author", PHONE)) {
            author.go("/contents/" + id);
            assertThat(author.page
                            .getByText("Please say which room the talk is in.")
                            .first())
                    .isVisible();
            author.keepPicture("11-changes-asked-phone").mustBeAccessible();
            author.link("Edit").click();
            author.field("Text")
                    .fill("Our sleep doctor explains in the library how you sleep better. Entrance is free.");
            author.button("Save and submit").click();
            author.submittedPiece();
        }
        String again = scene.openTask(id, "legal");
        try (var tab = chromium.newlyLoggedIn("legal")) {
            var tasklist = new Tasklist(tab);
            tasklist.open(again);
            assertThat(tasklist.piece().locator("ins").first()).containsText("in the library");
            tab.keepPicture("12-what-changed");
            tasklist.claim();
            tasklist.piece().getByText("Give back to my group").click();
            assertThat(tab.page.locator("button.claim")).isVisible();
        }
    }

    private String submitted(String title, String body) {
        try (var author = chromium.loggedIn("author", DESKTOP)) {
            author.go("/contents/new");
            author.field("Title").fill(title);
            author.field("Text").fill(body);
            author.button("Save and submit").click();
            return author.submittedPiece();
        }
    }
}
