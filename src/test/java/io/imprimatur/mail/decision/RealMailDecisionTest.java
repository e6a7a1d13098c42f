package io.imprimatur.mail.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imprimatur.audit.Door;
import io.imprimatur.mail.Undeliverable;
import io.imprimatur.mail.authenticity.Authenticity;
import io.imprimatur.mail.authenticity.NameServer;
import io.imprimatur.mail.authenticity.Verifier;
import io.imprimatur.mail.signing.Signer;
import io.imprimatur.mail.signing.Signers;
import io.imprimatur.testing.IntegrationTest;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application between a Postfix and a Dovecot as {@code src/test/sh/mail-servers.sh} starts them, and a name
 * server that publishes the reviewers' key; skipped without {@code -Dimprimatur.test.mail=<its mail.properties>}.
 */
@Tag("real-servers")
@IntegrationTest
@Import({MailHouse.class, RealMailDecisionTest.ThroughPostfix.class})
@DirtiesContext
class RealMailDecisionTest {
    private static final String DOMAIN = "imprimatur.local";
    private static final Properties SERVERS = new Properties();
    private static final NameServer NAMES = NameServer.publishing("s1._domainkey." + DOMAIN, Signers.record());
    private static final Path KEY = Signers.keyFile();

    @Autowired
    MailHouse house;

    @Autowired
    JavaMailSender sender;

    @Autowired
    Undeliverable undeliverable;

    @BeforeAll
    static void find() throws IOException {
        var given = System.getProperty("imprimatur.test.mail", "");
        assumeTrue(!given.isBlank(), "No mail servers are given by -Dimprimatur.test.mail");
        try (var file = Files.newBufferedReader(Path.of(given))) {
            SERVERS.load(file);
        }
    }

    @AfterAll
    static void close() throws IOException {
        NAMES.close();
        Files.deleteIfExists(KEY);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("imprimatur.mail.mailbox.enabled", () -> true);
        registry.add("imprimatur.mail.mailbox.host", () -> "127.0.0.1");
        registry.add("imprimatur.mail.mailbox.port", () -> SERVERS.getProperty("imap"));
        registry.add("imprimatur.mail.mailbox.tls", () -> "none");
        registry.add("imprimatur.mail.mailbox.user", () -> "decide");
        registry.add("imprimatur.mail.mailbox.password", () -> "decide");
        registry.add("imprimatur.mail.authenticity.dkim.dns-server", NAMES::address);
        registry.add("imprimatur.mail.dkim.domain", () -> DOMAIN);
        registry.add("imprimatur.mail.dkim.selector", () -> "s1");
        registry.add("imprimatur.mail.dkim.private-key-file", KEY::toString);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class ThroughPostfix {
        @Bean
        @Primary
        JavaMailSender postfix() {
            var postfix = new JavaMailSenderImpl();
            postfix.setHost("127.0.0.1");
            postfix.setPort(Integer.parseInt(SERVERS.getProperty("smtp")));
            return postfix;
        }
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }

    /** The messages in that person's mailbox on the server, newest first. */
    private static List<MimeMessage> mailbox(String person) throws Exception {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", Integer.parseInt(SERVERS.getProperty("imap")), person, person);
        try (store;
                var inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            var messages = new java.util.ArrayList<MimeMessage>();
            for (var message : inbox.getMessages()) {
                messages.add(0, new MimeMessage((MimeMessage) message));
            }
            return messages;
        }
    }

    private static MimeMessage about(String person, UUID notice) throws Exception {
        return mailbox(person).stream()
                .filter(message -> MailHouse.id(message).startsWith("<" + notice))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not delivered yet"));
    }

    private UUID notice(String person, UUID piece) {
        return house.jdbc
                .sql("select id from notice where person = :person and content_id = :piece and kind = 'TASK_OPENED'")
                .param("person", person)
                .param("piece", piece)
                .query(UUID.class)
                .single();
    }

    private void reply(MimeMessage asked, String words, Signer signer) throws Exception {
        var reply = (MimeMessage) asked.reply(false);
        reply.setFrom("legal@" + DOMAIN);
        reply.setText(words + "\r\n\r\nOn Monday, Imprimatur wrote:\r\n> Approve or reject\r\n", "UTF-8");
        signer.sign(reply);
        sender.send(reply);
    }

    private static byte[] bytes(Message message) throws Exception {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(new CRLFOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void aSignedReplyDecidesAndAForgedOneDoesNot() throws Exception {
        var piece = house.submitted();
        var notice = notice("legal", piece);
        eventually(() -> about("legal", notice));
        var asked = about("legal", notice);
        assertThat(Verifier.withKey("s1._domainkey." + DOMAIN, Signers.record())
                        .of(bytes(asked), "imprimatur@" + DOMAIN))
                .as("our own message is signed")
                .isEqualTo(new Authenticity.Proven(Authenticity.Means.DKIM, DOMAIN));

        reply(asked, "Approved, says somebody else", unsigned -> {});
        eventually(() -> assertThat(outcomes(piece)).contains("not-proven"));
        assertThat(house.decisions(piece)).isEmpty();

        reply(asked, "Approved, thanks!", Signers.of(DOMAIN));
        eventually(() -> assertThat(house.decisions(piece)).singleElement().satisfies(made -> {
            assertThat(made.person()).isEqualTo("legal");
            assertThat(made.door()).isEqualTo(Door.MAIL);
        }));
        assertThat(house.detail(piece, "MAIL_DECISION_PROVEN", "proof")).isEqualTo("DKIM");

        house.goOn();
        // nobody has that mailbox, so Postfix sends the message back to the address that names it
        eventually(() -> assertThat(undeliverable.all())
                .anyMatch(address ->
                        address.person().equals("clinical") && address.status().equals("5.1.1")));
    }

    private List<String> outcomes(UUID piece) {
        return house.jdbc
                .sql("select i.reason from incoming_mail i join mail_request r on r.id = i.request_id"
                        + " where r.content_id = :piece and i.reason is not null")
                .param("piece", piece)
                .query(String.class)
                .list();
    }
}
