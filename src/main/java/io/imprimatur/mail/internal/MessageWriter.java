package io.imprimatur.mail.internal;

import io.imprimatur.content.MediaLibrary;
import io.imprimatur.mail.decision.DecisionAddress;
import io.imprimatur.mail.signing.Signer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes a message (RFC 5322) of a letter: text and HTML, images inside, addresses that tell what comes back, signed. */
@Component
class MessageWriter {
    private static final String NAME = "Imprimatur";

    private final ITemplateEngine templates;
    private final MediaLibrary media;
    private final DecisionAddress decisions;
    private final Signer signer;
    private final MailProperties properties;
    private final Clock clock;

    MessageWriter(
            ITemplateEngine templates,
            MediaLibrary media,
            DecisionAddress decisions,
            Signer signer,
            MailProperties properties,
            Clock clock) {
        this.templates = templates;
        this.media = media;
        this.decisions = decisions;
        this.signer = signer;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param id of the notice; the message's own id, so that a repeated one is known as such */
    MimeMessage write(UUID id, Letter letter) throws MessagingException, UnsupportedEncodingException {
        var message = new OutgoingMessage();
        var sender = new InternetAddress(properties.from(), true);
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(sender.getAddress(), NAME, StandardCharsets.UTF_8.name()));
        helper.setTo(
                new InternetAddress(recipient(letter), letter.reader().displayName(), StandardCharsets.UTF_8.name()));
        helper.setSubject(letter.subject());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(text("mail/notice.txt", letter), text("mail/notice", letter));
        attachImages(helper, letter);
        message.setHeader("Message-ID", "<" + id + "@" + domain(sender) + ">");
        message.setHeader("Auto-Submitted", letter.inReplyTo() == null ? "auto-generated" : "auto-replied");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("X-Imprimatur", "1");
        addresses(message, helper, id, letter);
        message.seal();
        signer.sign(message);
        return message;
    }

    private void addresses(OutgoingMessage message, MimeMessageHelper helper, UUID id, Letter letter)
            throws MessagingException, UnsupportedEncodingException {
        if (letter.replyToken() != null) {
            helper.setReplyTo(
                    new InternetAddress(decisions.replyTo(letter.replyToken()), NAME, StandardCharsets.UTF_8.name()));
        }
        if (decisions.hasBounces()) {
            message.setEnvelopeFrom(decisions.bounceOf(id));
        }
        if (letter.inReplyTo() != null) {
            message.setHeader("In-Reply-To", "<" + letter.inReplyTo() + ">");
            message.setHeader("References", "<" + letter.inReplyTo() + ">");
        }
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private void attachImages(MimeMessageHelper helper, Letter letter) throws MessagingException {
        if (letter.post() == null) {
            return;
        }
        for (var image : letter.post().attached()) {
            var found = media.find(image);
            if (found.isPresent()) {
                helper.addInline(
                        image.toString(),
                        new ByteArrayResource(media.bytes(image)),
                        found.get().type());
            }
        }
    }

    /** Exactly one address: neither a list nor a line break that would begin another header. */
    private static String recipient(Letter letter) throws AddressException {
        var address = new InternetAddress(letter.reader().email(), true);
        address.validate();
        return address.getAddress();
    }

    private static String domain(InternetAddress sender) {
        var address = sender.getAddress();
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private String text(String template, Letter letter) {
        return templates.process(template, new Context(Locale.ENGLISH, Map.of("letter", letter)));
    }
}
