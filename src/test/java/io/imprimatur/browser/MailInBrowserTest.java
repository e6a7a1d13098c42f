package io.imprimatur.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.imprimatur.browser.Chromium.DESKTOP;
import static io.imprimatur.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.imprimatur.testing.RestClientAs;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a reviewer does with a message: follow its link, or answer it; and what mail looks like to those who run it. */
@InBrowser
@Tag("browser")
class MailInBrowserTest {
    private static final Pattern SMTP_PORT = Pattern.compile("SMTP on port\\s+([0-9]+)");

    private final Scene scene = Scene.get();
    private final Chromium chromium = scene.chromium();

    private String submitted(String title) {
        RestClientAs author = scene.as("author");
        var id = author.post(
                        "/api/contents",
                        Map.of(
                                "kind",
                                "ANNOUNCEMENT",
                                "title",
                                title,
                                "body",
                                "The garden opens at noon from now on.",
                                "channels",
                                List.of("newsroom")))
                .json()
                .path("id")
                .asText();
        author.post("/api/contents/" + id + "/submit", null);
        scene.openTask(id, "legal");
        return id;
    }

    /** The newest message to that person whose text names the title, opened. */
    private static void openMessage(Tab tab, String person, String title) {
        for (int tries = 0; tries < 30; tries++) {
            tab.go("/inbox?person=" + person);
            for (var link : tab.page.locator("a[href^='/inbox/" + person + "/']").all().stream()
                    .limit(6)
                    .map(each -> each.getAttribute("href"))
                    .distinct()
                    .toList()) {
                tab.go(link);
                if (tab.page.getByText(title).count() > 0) {
                    return;
                }
            }
            tab.page.waitForTimeout(500);
        }
        throw new AssertionError("No message names " + title);
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void aReviewerFollowsTheLinkLogsInAndDecides(int width) {
        var title = "Quiet hours " + (width == PHONE ? "on phones" : "at desks");
        var id = submitted(title);
        try (var tab = chromium.anonymous(width)) {
            openMessage(tab, "legal", title);
            tab.keepPicture("40-message-" + width).mustBeAccessible();
            var link = tab.link("Read and approve").getAttribute("href");
            tab.go(link.substring(link.indexOf("/decide/")));
            assertThat(tab.page).hasURL(Pattern.compile(".*/login.*"));
            tab.field("Name").fill("legal");
            tab.page.locator("input[type=password]").fill("legal");
            tab.button("Log in").click();
            assertThat(tab.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Legal review")))
                    .isVisible();
            assertThat(tab.page.locator(".im-post-title")).hasText(title);
            tab.keepPicture("41-decide-" + width).mustBeAccessible();
            tab.page.locator("#reject").check();
            tab.button("Decide").click();
            assertThat(tab.page.locator("[role=alert]")).containsText("Give a reason");
            tab.keepPicture("42-decide-refused-" + width).mustBeAccessible();
            tab.page.locator("#approve").check();
            tab.button("Decide").click();
            assertThat(tab.page.locator("[role=status]")).containsText("Your decision counts.");
            tab.keepPicture("43-decided-" + width).mustBeAccessible();
            scene.openTask(id, "clinical");
        }
    }

    @Test
    void aNewcomerAnswersInTheInboxAsClinical() {
        var title = "Answered " + UUID.randomUUID().toString().substring(0, 4).replaceAll("[0-9]", "x");
        var id = submitted(title);
        try (var tab = chromium.anonymous(DESKTOP)) {
            for (var person : List.of("legal", "clinical")) {
                scene.openTask(id, person);
                openMessage(tab, person, title);
                tab.page.locator("textarea").fill("Approved, thanks!");
                tab.keepPicture("44-inbox-answer-" + person).mustBeAccessible();
                tab.button("Send reply").click();
                assertThat(tab.page.locator("[role=status]").first()).isVisible();
            }
            scene.waitForState(id, "PUBLISHED");
            openMessage(tab, "clinical", "Your decision counts");
            tab.keepPicture("45-inbox-answered").mustBeAccessible();
        }
    }

    /** To the mailbox for answers, over SMTP as any mail server would. */
    private void strangerWrites() throws MessagingException {
        var port = SMTP_PORT.matcher(scene.as("author").get("/inbox").body().replaceAll("<[^>]*>", ""));
        assertThat(port.find()).isTrue();
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(Integer.parseInt(port.group(1)));
        var message = sender.createMimeMessage();
        message.setFrom("stranger@example.org");
        message.setRecipients(Message.RecipientType.TO, "decide@imprimatur.local");
        message.setText("Approved");
        sender.send(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void pagesAboutMailAreAccessible(int width) throws MessagingException {
        try (var tab = chromium.loggedIn("manager", width)) {
            strangerWrites();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                tab.go("/mail");
                return tab.page.getByText("It answers no message of ours").count() > 0;
            });
            tab.keepPicture("46-mail-" + width).mustBeAccessible();
            tab.page.locator("form[action$='/discard'] button").first().click();
            assertThat(tab.page.getByText("Done.")).isVisible();
            tab.go("/mail/preferences").keepPicture("47-preferences-" + width).mustBeAccessible();
            tab.page.locator("#digest").uncheck();
            tab.button("Save").click();
            assertThat(tab.page.locator("#digest")).not().isChecked();
            tab.page.locator("#digest").check();
            tab.button("Save").click();
            assertThat(tab.faults()).isEmpty();
        }
    }
}
