package io.imprimatur.mail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imprimatur.mail.authenticity.Authenticity;
import io.imprimatur.mail.authenticity.Verifier;
import io.imprimatur.mail.oauth.Tokens;
import io.imprimatur.mail.signing.Signer;
import io.imprimatur.mail.signing.Signers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sending through Postfix and fetching from Dovecot as {@code src/test/sh/mail-servers.sh} starts them; skipped without
 * {@code -Dimprimatur.test.mail=<its mail.properties>}.
 */
@Tag("real-servers")
class RealMailServersTest {
    private static final Properties SERVERS = new Properties();

    private final RecordingIntake intake = new RecordingIntake();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<MailboxPoller> pollers = new ArrayList<>();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    /** Of this test alone, since the mailbox is one for all. */
    private final String marker = UUID.randomUUID().toString().substring(0, 8);

    private ImapProxy line;

    @BeforeAll
    static void find() throws IOException {
        var given = System.getProperty("imprimatur.test.mail", "");
        assumeTrue(!given.isBlank(), "No mail servers are given by -Dimprimatur.test.mail");
        try (var file = Files.newBufferedReader(Path.of(given))) {
            SERVERS.load(file);
        }
    }

    private static int port(String server) {
        return Integer.parseInt(SERVERS.getProperty(server));
    }

    @BeforeEach
    void open() throws IOException {
        line = new ImapProxy(() -> port("imap"));
        sender.setHost("127.0.0.1");
        sender.setPort(port("smtp"));
        sender.getJavaMailProperties().put("mail.smtp.timeout", "20000");
    }

    @AfterEach
    void close() throws IOException {
        pollers.forEach(MailboxPoller::stop);
        line.close();
    }

    private MailboxPoller start(Clock clock, String... settings) {
        var all = new ArrayList<>(List.of(
                "port", String.valueOf(line.port()), "password", "decide", "processed-folder", "Done " + marker));
        all.addAll(List.of(settings));
        var poller = Pollers.poller(intake, meters, Tokens.none(), clock, all.toArray(String[]::new));
        pollers.add(poller);
        poller.start();
        return poller;
    }

    private void send(String to, String envelope, String text, Signer signer) throws Exception {
        var message = new SMTPMessage(Session.getInstance(new Properties()));
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom("ada@clinic.example");
        helper.setTo(to);
        helper.setSubject("Re: " + marker);
        helper.setText(text + " Gr\u00fc\u00dfe", "<p>" + text + "</p>");
        message.setHeader("Message-ID", "<" + UUID.randomUUID() + "@clinic.example>");
        message.setEnvelopeFrom(envelope);
        signer.sign(message);
        sender.send(message);
    }

    private void send(String to, String text) throws Exception {
        send(to, "ada@clinic.example", text, message -> {});
    }

    private List<String> mine() {
        return intake.stored.values().stream()
                .map(raw -> new String(raw, StandardCharsets.UTF_8))
                .filter(mail -> mail.contains(marker))
                .toList();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }

    private int lying(String folder) throws Exception {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", port("imap"), "decide", "decide");
        try (store) {
            var found = store.getFolder(folder);
            return found.exists() ? found.getMessageCount() : -1;
        }
    }

    @Test
    void aReplyIsToldOfByIdleFetchedUnchangedAndMoved() throws Exception {
        start(Clock.systemUTC(), "poll-interval", "1h");
        eventually(() -> assertThat(line.count(" IDLE")).isPositive());
        long logins = line.count(" LOGIN ") + line.count(" AUTHENTICATE ");
        send("decide+k7q" + marker + "@clinic.example", "ada@clinic.example", "Approved", Signers.of("clinic.example"));
        eventually(() -> assertThat(mine()).hasSize(1));
        assertThat(mine().get(0)).contains("Delivered-To: decide+k7q" + marker + "@clinic.example");
        var raw = intake.stored.values().iterator().next();
        assertThat(Verifier.withKey("s1._domainkey.clinic.example", Signers.record())
                        .of(raw, "ada@clinic.example"))
                .isEqualTo(new Authenticity.Proven(Authenticity.Means.DKIM, "clinic.example"));
        eventually(() -> assertThat(lying("Done " + marker)).isEqualTo(1));
        assertThat(line.count("UID MOVE")).isPositive();
        assertThat(line.count(" LOGIN ") + line.count(" AUTHENTICATE ")).isEqualTo(logins);
        assertThat(lying("INBOX")).isZero();
    }

    @Test
    void aBounceComesBackWithTheNoticeItIsAbout() throws Exception {
        start(Clock.systemUTC());
        var recipient = "decide+bounce-" + marker + "@clinic.example";
        send("nobody-" + marker + "@clinic.example", recipient, "A post waits for you", message -> {});
        eventually(() -> assertThat(mine()).hasSize(1));
        assertThat(mine().get(0))
                .contains("Delivered-To: " + recipient)
                .contains("multipart/report", "Final-Recipient: rfc822; nobody-" + marker + "@clinic.example")
                .contains("Action: failed");
        // another domain refuses at once
        send(marker + "@elsewhere.example", recipient, "A post waits for you", message -> {});
        eventually(() -> assertThat(mine()).hasSize(2));
    }

    @Test
    void largeMailIsFetchedWholeAndTooLargeMailByItsHead() throws Exception {
        send("decide@clinic.example", "0123456789abcde ".repeat(360_000));
        send("decide@clinic.example", "0123456789abcde ".repeat(700_000));
        start(Clock.systemUTC(), "max-message-size", "20MB");
        eventually(() -> {
            assertThat(mine()).hasSize(1);
            assertThat(intake.oversized).hasSize(1);
        });
        assertThat(mine().get(0)).hasSizeGreaterThan(10_000_000);
        assertThat(intake.oversized).allSatisfy((head, size) -> {
            assertThat(head).contains("Subject: Re: " + marker).hasSizeLessThan(64 * 1024);
            assertThat(size).isGreaterThan(20_000_000);
        });
        eventually(() -> assertThat(lying("Done " + marker)).isEqualTo(2));
    }

    @Test
    void twoNodesTakeEachMessageOnce() throws Exception {
        for (int at = 0; at < 60; at++) {
            send("decide@clinic.example", "Approved " + at);
        }
        start(Clock.systemUTC(), "batch-size", "7");
        start(Clock.systemUTC(), "batch-size", "5");
        eventually(() -> {
            assertThat(mine()).hasSize(60);
            assertThat(lying("INBOX")).isZero();
        });
        // two moves of one message at the same moment may leave two copies
        assertThat(lying("Done " + marker)).isGreaterThanOrEqualTo(60);
        assertThat(meters.find("imprimatur.mailbox.failures").counters()).isEmpty();
    }

    @Test
    void withoutMoveTheMessageIsCopiedAndExpunged() throws Exception {
        line.hidden.add("MOVE");
        send("decide@clinic.example", "Approved");
        start(Clock.systemUTC());
        eventually(() -> assertThat(lying("Done " + marker)).isEqualTo(1));
        eventually(() -> assertThat(lying("INBOX")).isZero());
        assertThat(line.count("UID EXPUNGE")).isEqualTo(1);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void oldMailIsDeletedAndFoldersMayHaveAnyName() throws Exception {
        send("decide@clinic.example", "Approved");
        var folder = "Erledigt \u00fc " + marker;
        start(
                Clock.offset(Clock.systemUTC(), Duration.ofDays(40)),
                "processed-folder",
                folder,
                "cleanup-interval",
                "1s");
        eventually(() -> assertThat(mine()).hasSize(1));
        send("decide@clinic.example", "Once more");
        eventually(() -> {
            assertThat(mine()).hasSize(2);
            assertThat(lying(folder)).isBetween(0, 1);
        });
    }
}
