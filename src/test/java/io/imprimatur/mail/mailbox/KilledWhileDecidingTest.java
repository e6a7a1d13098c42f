package io.imprimatur.mail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.imprimatur.testing.RunningApp;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The running application is killed while it fetches a reply, after it stored it, and after it decided by it, and started
 * again: the reply has decided exactly once, and nothing is left in the mailbox.
 */
@Tag("fault-campaign")
class KilledWhileDecidingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern IMAP_PORT =
            Pattern.compile("IMAP[^0-9]{1,40}(?:127\\.0\\.0\\.1)?[^0-9]{0,20}([0-9]{4,5})");

    private final Path folder;
    private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final CountDownLatch never = new CountDownLatch(1);

    KilledWhileDecidingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aReplyDecidesExactlyOnceWhereverTheKillHits() throws Exception {
        mailbox.start();
        var decide = mailbox.setUser("decide@imprimatur.local", "decide", "decide");
        try (var proxy = new ImapProxy(() -> mailbox.getImap().getPort());
                var app = application(proxy.port()).start()) {
            for (var step : List.of("BODY.PEEK[]", "MOVE", "IDLE")) {
                var piece = submitted(app);
                var reply = reply(app, piece);
                var reached = new CountDownLatch(1);
                var before = step.equals("IDLE") ? proxy.count("MOVE") : -1;
                proxy.breaks = command -> {
                    if (command.contains(step) && (before < 0 || proxy.count("MOVE") > before)) {
                        reached.countDown();
                        silence();
                    }
                    return false;
                };
                decide.deliver(reply);
                await().atMost(PATIENCE).until(() -> reached.getCount() == 0);
                app.kill();
                proxy.breaks = command -> false;
                app.start();
                await("killed at " + step).atMost(PATIENCE).until(() -> decisions(app, piece) > 0);
                await().atMost(PATIENCE).until(() -> inbox().isEmpty());
                assertThat(decisions(app, piece)).as("killed at " + step).isEqualTo(1);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(app.as("compliance")
                            .get("/api/ledger/verification")
                            .json()
                            .path("intact")
                            .asBoolean())
                    .isTrue());
        } finally {
            never.countDown();
            mailbox.stop();
        }
    }

    /** The server says nothing more until the test is over. */
    private void silence() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunningApp application(int imapPort) {
        return RunningApp.in(folder.resolve("data"))
                .with("imprimatur.mail.mailbox.host", "127.0.0.1")
                .with("imprimatur.mail.mailbox.port", String.valueOf(imapPort))
                .with("imprimatur.mail.mailbox.tls", "none")
                .with("imprimatur.mail.mailbox.user", "decide")
                .with("imprimatur.mail.mailbox.password", "decide")
                .with("imprimatur.mail.mailbox.poll-interval", "1s")
                .with("imprimatur.mail.authenticity.authserv-id", "mx.imprimatur.test");
    }

    private static String submitted(RunningApp app) {
        var author = app.as("author");
        var id = author.post(
                        "/api/contents",
                        Map.of(
                                "kind", "ANNOUNCEMENT",
                                "title", "Quiet hours",
                                "body", "The garden opens at noon.",
                                "channels", List.of("newsroom")))
                .json()
                .path("id")
                .asText();
        author.post("/api/contents/" + id + "/submit", null);
        await().atMost(PATIENCE)
                .until(() -> app.as("legal").get("/api/tasks").body().contains(id));
        return id;
    }

    /** To the newest message that asks the lawyer. */
    private static MimeMessage reply(RunningApp app, String piece) throws Exception {
        var port = IMAP_PORT.matcher(app.anonymously().get("/inbox").body().replaceAll("<[^>]*>", " "));
        assertThat(port.find()).isTrue();
        var session = Session.getInstance(new Properties());
        var to = await("mail about " + piece)
                .atMost(PATIENCE)
                .until(() -> newestReplyTo(session, port.group(1)), each -> !each.isEmpty());
        var text =
                """
                Authentication-Results: mx.imprimatur.test; dmarc=pass header.from=imprimatur.local
                From: legal@imprimatur.local
                To: %s
                Subject: Re: A post waits
                Message-ID: <%s@client.test>
                Date: %s

                Approved
                """
                        .formatted(
                                to,
                                UUID.randomUUID(),
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
                        .replace("\n", "\r\n");
        return new MimeMessage(session, new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String newestReplyTo(Session session, String port) throws Exception {
        try (var store = session.getStore("imap")) {
            store.connect("127.0.0.1", Integer.parseInt(port), "legal", "legal");
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            for (int at = inbox.getMessageCount(); at > 0; at--) {
                var to = ((InternetAddress) inbox.getMessage(at).getReplyTo()[0]).getAddress();
                if (to.startsWith("decide+")) {
                    return to;
                }
            }
            return "";
        }
    }

    private static long decisions(RunningApp app, String piece) {
        return app.as("compliance")
                .get("/api/contents/" + piece)
                .json()
                .path("decisions")
                .size();
    }

    private List<?> inbox() throws IOException {
        try {
            return mailbox.getManagers()
                    .getImapHostManager()
                    .getInbox(mailbox.getUserManager().getUser("decide"))
                    .getMessages();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IOException(e);
        }
    }
}
