package io.imprimatur.mail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.StoredMessage;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** An answer that is written on the inbox page goes the way of any mail. */
class InboxReplyTest {
    private static final Person LEGAL = new Person("legal", "Laura Legal", "legal@imprimatur.local", Set.of("legal"));

    private final LocalMailServer server = LocalMailServer.start(new LocalMailProperties(0, 0));
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final LocalRelay relay = new LocalRelay();
    private final InboxReply replies = new InboxReply(sender, relay, Clock.systemUTC());

    @BeforeEach
    void open() {
        server.openAccounts(List.of(LEGAL));
        sender.setHost("127.0.0.1");
        sender.setPort(server.smtpPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void goesToTheAddressForAnswersWithTheMessageQuoted() throws Exception {
        var asked = asked("decide+abc234@imprimatur.local");
        replies.send(LEGAL, InboxMessage.of(asked), asked.getMimeMessage(), "Approve\r\nWell written.");

        var mail = server.received("decide@imprimatur.local").get(0);
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Laura Legal <legal@imprimatur.local>");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("decide+abc234@imprimatur.local");
        assertThat(mail.getSubject()).isEqualTo("Re: A post waits");
        var id = asked.getMimeMessage().getMessageID();
        assertThat(mail.getHeader("In-Reply-To")).containsExactly(id);
        assertThat(mail.getHeader("References")).containsExactly(id);
        assertThat(mail.getHeader(relay.header())).containsExactly(relay.value());
        assertThat(mail.getContent().toString().lines())
                .startsWith("Approve", "Well written.", "")
                .contains("> The garden opens at noon.");
    }

    @Test
    void answersNoMessageThatOnlyInforms() throws Exception {
        var asked = asked("somebody@imprimatur.local");
        assertThat(InboxReply.to(asked.getMimeMessage())).isEmpty();
        assertThatThrownBy(() -> replies.send(LEGAL, InboxMessage.of(asked), asked.getMimeMessage(), "Approve"))
                .isInstanceOf(Refusal.class);
        assertThat(server.inbox("decide@imprimatur.local")).isEmpty();
    }

    @Test
    void answersNoMessageWithoutAnAddressForAnswers() throws Exception {
        assertThat(InboxReply.to(asked(null).getMimeMessage())).isEmpty();
    }

    @Test
    void findsTheMessagesImages() throws Exception {
        var asked = asked("decide+abc234@imprimatur.local");
        var images = InboxImages.of(asked.getMimeMessage());
        assertThat(images.images()).hasSize(1);
        assertThat(images.get(0)).hasValueSatisfying(image -> {
            assertThat(image.type()).hasToString("image/png");
            assertThat(image.bytes()).containsExactly(1, 2, 3);
        });
        assertThat(images.get(1)).isEmpty();
        assertThat(images.get(-1)).isEmpty();
        assertThat(InboxMessage.of(asked).html()).contains("src=\"" + asked.getUid() + "/image/0\"");
    }

    @Test
    void makesAnotherSecretEachTime() {
        assertThat(new LocalRelay().value()).isNotEqualTo(relay.value()).hasSizeGreaterThan(24);
    }

    private StoredMessage asked(@Nullable String replyTo) throws Exception {
        MimeMessage message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("imprimatur@imprimatur.local");
        helper.setTo(LEGAL.email());
        helper.setSubject("A post waits");
        helper.setText("The garden opens at noon.", "<p>The garden opens at noon.</p><img src='cid:garden'>");
        helper.addInline("garden", new ByteArrayResource(new byte[] {1, 2, 3}), "image/png");
        helper.addInline("drawing", new ByteArrayResource(new byte[] {1}), "image/svg+xml");
        if (replyTo != null) {
            helper.setReplyTo(replyTo);
        }
        sender.send(message);
        return server.inbox(LEGAL.email()).get(0);
    }
}
