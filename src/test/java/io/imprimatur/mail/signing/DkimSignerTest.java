package io.imprimatur.mail.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.imprimatur.mail.authenticity.Authenticity;
import io.imprimatur.mail.authenticity.Verifier;
import io.imprimatur.platform.CannotStart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.mock.env.MockEnvironment;

class DkimSignerTest {
    private static final KeyPair KEY = rsa(2048);
    private static final String RECORD =
            "v=DKIM1; k=rsa; p=" + base64(KEY.getPublic().getEncoded());

    private final Path folder;

    DkimSignerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static KeyPair rsa(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String pem(KeyPair key) throws IOException {
        return file("-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), content).toString();
    }

    private static Signer signer(String domain, String selector, String file) {
        var environment = new MockEnvironment().withProperty("imprimatur.mail.from", "imprimatur@mail.clinic.example");
        return new DkimSigner(new SigningProperties(domain, selector, file), environment, Clock.systemUTC());
    }

    private static MimeMessage letter(JavaMailSenderImpl sender) throws Exception {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom("imprimatur@mail.clinic.example", "Imprimatur");
        helper.setTo("ada@clinic.example");
        helper.setReplyTo("decide+" + "a".repeat(32) + "@clinic.example");
        helper.setSubject(
                "A post waits for you: Gr\u00fc\u00dfe, and a subject that is so long that it has to be folded somewhere");
        helper.setText(
                "Line\n.dot\nGr\u00fc\u00dfe \u2502 and " + "long ".repeat(300) + "\n\n\n",
                "<p>Line</p>\n".repeat(200));
        message.setHeader("Message-ID", "<42@clinic.example>");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    @Test
    void whatWasSentVerifiesWhereItArrives() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.getSmtp().getPort());
            var message = letter(sender);
            signer("clinic.example", "s1", pem(KEY)).sign(message);
            sender.send(message);

            var received = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
            assertThat(received).contains("<42@clinic.example>").doesNotContain("l=");
            assertThat(received.lines()).allMatch(line -> line.length() < 998);
            var raw = received.getBytes(StandardCharsets.UTF_8);
            // .example is no registered suffix, so the address must be of the signing domain itself
            assertThat(Verifier.withKey("s1._domainkey.clinic.example", RECORD)
                            .of(raw, "imprimatur@mail.clinic.example"))
                    .isEqualTo(new Authenticity.Unproven("dkim-foreign-domain"));

            var own = letter(sender);
            signer("mail.clinic.example", "s1", pem(KEY)).sign(own);
            sender.send(own);
            raw = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[1]).getBytes(StandardCharsets.UTF_8);
            var verifier = Verifier.withKey("s1._domainkey.mail.clinic.example", RECORD);
            assertThat(verifier.of(raw, "imprimatur@mail.clinic.example"))
                    .isEqualTo(new Authenticity.Proven(Authenticity.Means.DKIM, "mail.clinic.example"));
            var changed = new String(raw, StandardCharsets.UTF_8).replace("<p>Line", "<p>Lime");
            assertThat(verifier.of(changed.getBytes(StandardCharsets.UTF_8), "imprimatur@mail.clinic.example"))
                    .isEqualTo(new Authenticity.Unproven("dkim-broken"));
        } finally {
            server.stop();
        }
    }

    @Test
    void signingTwiceLeavesOneSignature() throws Exception {
        var message = letter(new JavaMailSenderImpl());
        var signer = signer("clinic.example", "s1", pem(KEY));
        signer.sign(message);
        signer.sign(message);
        assertThat(message.getHeader("DKIM-Signature")).hasSize(1);
        assertThat(message.getHeader("DKIM-Signature")[0])
                .contains("From:From:")
                .doesNotContain(" l=");
    }

    @Test
    void withoutKeyNothingIsSigned() throws Exception {
        var message = letter(new JavaMailSenderImpl());
        signer("", "", "").sign(message);
        assertThat(message.getHeader("DKIM-Signature")).isNull();
    }

    @Test
    void aKeyThatCannotServeStopsTheStartInASentence() throws Exception {
        assertThatThrownBy(() -> signer(
                        "clinic.example", "s1", folder.resolve("absent.pem").toString()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be read");
        var weak = pem(rsa(1024));
        assertThatThrownBy(() -> signer("clinic.example", "s1", weak))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("1024 bits");
        var nonsense = file("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----");
        assertThatThrownBy(() -> signer("clinic.example", "s1", nonsense))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PKCS#8")
                .hasMessageNotContaining("c2VjcmV0");
        var legacy = file("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----");
        assertThatThrownBy(() -> signer("clinic.example", "s1", legacy)).isInstanceOf(CannotStart.class);
    }

    @Test
    void halfASettingOrAForeignDomainStopsTheStart() throws Exception {
        var file = pem(KEY);
        assertThatThrownBy(() -> signer("clinic.example", "", file)).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> signer("linic.example", "s1", file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("imprimatur.mail.from");
    }
}
