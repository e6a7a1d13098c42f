package io.imprimatur.mail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.imprimatur.mail.oauth.OAuthTokens;
import io.imprimatur.mail.oauth.TokenServer;
import io.imprimatur.mail.oauth.Tokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against an IMAP server in this process, with a line between that can break. */
class MailboxPollerTest {
    private final RecordingIntake intake = new RecordingIntake();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<MailboxPoller> pollers = new ArrayList<>();
    private OAuthTokens tokens = Tokens.none();
    private GreenMail server;
    private GreenMailUser user;
    private ImapProxy line;
    private volatile int port;

    @BeforeEach
    void open() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser("decide@clinic.example", "decide", "secret");
        port = server.getImap().getPort();
        line = new ImapProxy(() -> port);
    }

    @AfterEach
    void close() throws Exception {
        pollers.forEach(MailboxPoller::stop);
        line.close();
        server.stop();
    }

    private MailboxPoller poller(Clock clock, String... settings) {
        var all = new ArrayList<>(List.of("port", String.valueOf(line.port()), "password", "secret"));
        all.addAll(List.of(settings));
        var poller = Pollers.poller(intake, meters, tokens, clock, all.toArray(String[]::new));
        pollers.add(poller);
        return poller;
    }

    private MailboxPoller start(String... settings) {
        var poller = poller(Clock.systemUTC(), settings);
        poller.start();
        return poller;
    }

    private void deliver(String name, int bytes) throws Exception {
        var mail = "From: ada@clinic.example\r\nTo: decide@clinic.example\r\nSubject: " + name + "\r\nMessage-ID: <"
                + name + "@clinic.example>\r\n\r\n" + "0123456789abcde\r\n".repeat(bytes / 17 + 1);
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))));
    }

    private List<StoredMessage> folder(String name) throws Exception {
        var host = server.getManagers().getImapHostManager();
        MailFolder folder = name.equals("INBOX") ? host.getInbox(user) : host.getFolder(user, name);
        return folder == null ? List.of() : folder.getMessages();
    }

    private static void eventually(ThrowingRunnable assertion) {
        // the server's own thread fails when a message to be moved has vanished
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }

    private void assertAllTaken(int count) {
        eventually(() -> {
            assertThat(intake.stored).hasSize(count);
            assertThat(folder("INBOX")).isEmpty();
            assertThat(folder("Processed")).hasSize(count);
        });
    }

    @Test
    void twoHundredMessagesAreStoredAndMovedUnseen() throws Exception {
        for (int at = 0; at < 200; at++) {
            deliver("m" + at, 100);
        }
        start();
        assertAllTaken(200);
        assertThat(intake.storeCalls).hasValue(200);
        assertThat(folder("Processed")).noneMatch(message -> message.isSet(Flags.Flag.SEEN));
        eventually(() -> assertThat(intake.handleCalls.get()).isGreaterThan(1));
        assertThat(meters.counter("imprimatur.mailbox.fetched").count()).isEqualTo(200);
        assertThat(meters.get("imprimatur.mailbox.connected").gauge().value()).isEqualTo(1);
    }

    @Test
    void mailThatAnotherClientHasReadIsFetchedToo() throws Exception {
        deliver("read", 10);
        folder("INBOX").get(0).setFlag(Flags.Flag.SEEN, true);
        start();
        assertAllTaken(1);
    }

    @Test
    void aCrashBetweenStoringAndMovingFetchesAgainAndStoresOnce() throws Exception {
        deliver("one", 10);
        var crashes = new AtomicInteger(2);
        line.breaks = command -> command.contains("UID MOVE") && crashes.getAndDecrement() > 0;
        start();
        assertAllTaken(1);
        assertThat(intake.storeCalls).hasValue(3);
    }

    @Test
    void whatCannotBeStoredStaysAndKeepsNobodyWaiting() throws Exception {
        deliver("refused", 10);
        var down = new AtomicInteger(1);
        intake.beforeStore = raw -> {
            if (down.get() == 1 && new String(raw, StandardCharsets.US_ASCII).contains("Subject: refused")) {
                throw new IllegalStateException("the database is down");
            }
        };
        start("batch-size", "1");
        eventually(() -> assertThat(intake.storeCalls.get()).isGreaterThan(6));
        assertThat(folder("INBOX")).hasSize(1);
        deliver("good", 10);
        deliver("better", 10);
        eventually(() -> assertThat(intake.stored).hasSize(2));
        assertThat(folder("INBOX")).hasSize(1);
        down.set(0);
        assertAllTaken(3);
    }

    @Test
    void whenNothingCanBeStoredNotEverythingIsFetched() throws Exception {
        for (int at = 0; at < 40; at++) {
            deliver("m" + at, 10);
        }
        var down = new AtomicInteger(1);
        intake.beforeStore = raw -> {
            if (down.get() == 1) {
                throw new IllegalStateException("the database is down");
            }
        };
        start();
        eventually(() -> assertThat(intake.storeCalls.get()).isBetween(2, 20));
        down.set(0);
        assertAllTaken(40);
    }

    @Test
    void aMessageThatBreaksEveryConnectionIsSetAside() throws Exception {
        deliver("poison", 10);
        for (int at = 0; at < 5; at++) {
            deliver("m" + at, 10);
        }
        long uid = folder("INBOX").get(0).getUid();
        line.breaks = command -> command.contains("UID FETCH " + uid + " (UID BODY");
        start("max-tries", "3");
        assertAllTaken(5);
        assertThat(folder("Failed")).hasSize(1);
        assertThat(meters.counter("imprimatur.mailbox.set.aside").count()).isEqualTo(1);
        assertThat(line.count("UID FETCH " + uid + " (UID BODY")).isEqualTo(3);
    }

    @Test
    void ofAnOversizedMessageOnlyTheHeadIsFetched() throws Exception {
        deliver("large", 300_000);
        deliver("small", 100);
        start("max-message-size", "200KB", "max-head-size", "1KB");
        eventually(() -> {
            assertThat(intake.oversized).hasSize(1);
            assertThat(intake.stored).hasSize(1);
            assertThat(folder("Processed")).hasSize(2);
        });
        assertThat(intake.oversized).allSatisfy((head, size) -> {
            assertThat(head).contains("Subject: large").hasSizeLessThan(1025);
            assertThat(size).isGreaterThan(300_000);
        });
        assertThat(line.count("BODY.PEEK[]")).isEqualTo(1);
    }

    @Test
    void aMessageOfElevenMegabytesIsFetchedWhole() throws Exception {
        deliver("huge", 11_000_000);
        start("max-message-size", "20MB");
        assertAllTaken(1);
        assertThat(intake.stored.values().iterator().next()).hasSizeGreaterThan(11_000_000);
    }

    @Test
    void aServerThatIsRestartedIsFoundAgain() throws Exception {
        deliver("before", 10);
        start();
        assertAllTaken(1);
        server.stop();
        eventually(() -> assertThat(
                        meters.get("imprimatur.mailbox.connected").gauge().value())
                .isZero());
        int handled = intake.handleCalls.get();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser("decide@clinic.example", "decide", "secret");
        deliver("after", 10);
        port = server.getImap().getPort();
        eventually(() -> assertThat(intake.stored).hasSize(2));
        eventually(() -> assertThat(intake.handleCalls.get()).isGreaterThan(handled));
    }

    @Test
    void storedMailIsHandledWhileTheMailboxIsUnreachable() throws Exception {
        server.stop();
        start("handle-interval", "100ms");
        eventually(() -> assertThat(intake.handleCalls.get()).isGreaterThan(3));
        assertThat(meters.counter("imprimatur.mailbox.failures", "step", "connection")
                        .count())
                .isPositive();
    }

    @Test
    void idleTellsOfNewMail() throws Exception {
        start("poll-interval", "1h");
        eventually(() -> assertThat(line.count(" IDLE")).isEqualTo(1));
        deliver("new", 10);
        assertAllTaken(1);
    }

    @Test
    void idleIsBegunAnewInTimeEvenWhenTheServerIsSilentForLongerThanAnAnswerMayTake() throws Exception {
        start("poll-interval", "1h", "idle-restart", "1s", "read-timeout", "300ms");
        eventually(() -> assertThat(line.count(" IDLE")).isEqualTo(1));
        long logins = line.count(" LOGIN ") + line.count(" AUTHENTICATE ");
        eventually(() -> assertThat(line.count(" IDLE")).isGreaterThanOrEqualTo(3));
        assertThat(line.count("DONE")).isGreaterThanOrEqualTo(2);
        assertThat(line.count(" LOGIN ") + line.count(" AUTHENTICATE ")).isEqualTo(logins);
        deliver("new", 10);
        assertAllTaken(1);
    }

    @Test
    void withoutIdleTheMailboxIsPolled() throws Exception {
        line.hidden.add("IDLE");
        start();
        eventually(() -> assertThat(line.count("UID SEARCH ALL")).isGreaterThan(4));
        deliver("new", 10);
        assertAllTaken(1);
        assertThat(line.count(" IDLE")).isZero();
    }

    @Test
    void aServerThatCannotMoveCopiesAndExpunges() throws Exception {
        line.hidden.add("MOVE");
        deliver("one", 10);
        deliver("two", 10);
        start();
        assertAllTaken(2);
        assertThat(line.count("UID MOVE")).isZero();
        assertThat(line.count("UID EXPUNGE")).isEqualTo(2);
        line.hidden.add("UIDPLUS");
        pollers.forEach(MailboxPoller::stop);
        deliver("three", 10);
        start();
        assertAllTaken(3);
        assertThat(line.commands).anyMatch(command -> command.endsWith(" EXPUNGE"));
    }

    @Test
    void aCrashWhileCopyingStoresOnce() throws Exception {
        line.hidden.add("MOVE");
        deliver("one", 10);
        var crashes = new AtomicInteger(1);
        line.breaks = command -> command.contains("UID EXPUNGE") && crashes.getAndDecrement() > 0;
        start();
        eventually(() -> {
            assertThat(intake.stored).hasSize(1);
            assertThat(folder("INBOX")).isEmpty();
        });
    }

    @Test
    void twoNodesShareOneMailbox() throws Exception {
        for (int at = 0; at < 100; at++) {
            deliver("m" + at, 10);
        }
        start("batch-size", "7");
        start("batch-size", "5");
        eventually(() -> {
            assertThat(intake.stored).hasSize(100);
            assertThat(folder("INBOX")).isEmpty();
            assertThat(folder("Processed")).hasSizeGreaterThanOrEqualTo(100);
        });
        assertThat(folder("Failed")).isEmpty();
        deliver("last", 10);
        eventually(() -> assertThat(intake.stored).hasSize(101));
    }

    @Test
    void foldersAreCreatedWithTheirNames() throws Exception {
        deliver("one", 10);
        start("processed-folder", "Erledigt \u00fc", "failed-folder", "Kaputt");
        eventually(() -> assertThat(intake.stored).hasSize(1));
        eventually(() -> assertThat(folder("INBOX")).isEmpty());
        assertThat(folder("Processed")).isEmpty();
    }

    @Test
    void processedMailIsDeletedAfterItsTime() throws Exception {
        deliver("old", 10);
        var later = poller(Clock.offset(Clock.systemUTC(), Duration.ofDays(40)), "keep-processed", "30d");
        later.start();
        eventually(() -> {
            assertThat(intake.stored).hasSize(1);
            assertThat(folder("INBOX")).isEmpty();
            assertThat(folder("Processed")).isEmpty();
        });
    }

    @Test
    void stoppingEndsEveryKindOfWait() throws Exception {
        var idle = start("poll-interval", "1h");
        eventually(() -> assertThat(line.count(" IDLE")).isEqualTo(1));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> idle.stop());
        assertThat(idle.isRunning()).isFalse();

        line.hidden.add("IDLE");
        var polling = start("poll-interval", "1h");
        eventually(() -> assertThat(line.count("UID SEARCH ALL")).isGreaterThan(2));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> polling.stop());

        server.stop();
        var waiting = start("backoff-min", "1h", "backoff-max", "1h");
        eventually(() -> assertThat(meters.counter("imprimatur.mailbox.failures", "step", "connection")
                        .count())
                .isPositive());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> waiting.stop());
    }

    @Test
    void aTokenTakesThePlaceOfThePasswordAndIsRenewedWhenRefused() throws Exception {
        try (var provider = new TokenServer()) {
            tokens = Tokens.with(Map.of("token-url", provider.url(), "client-id", "app"), Clock.systemUTC());
            deliver("one", 10);
            start("password", "a password that is of no use");
            eventually(() -> assertThat(provider.requests).hasSizeGreaterThan(1));
            provider.answer = provider.answer.replace("token-1", "secret");
            assertAllTaken(1);
        }
        assertThat(line.count("AUTHENTICATE XOAUTH2")).isGreaterThan(1);
        assertThat(line.count("LOGIN")).isZero();
    }

    @Test
    void nothingRunsWithoutAMailboxOrWhenTurnedOff() {
        assertThat(start("host", "").isRunning()).isFalse();
        assertThat(start("enabled", "false").isRunning()).isFalse();
    }
}
