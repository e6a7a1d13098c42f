package io.imprimatur.mail.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.angus.mail.util.MailConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Hands letters to the mail server as text and HTML, and tells what became of them. */
@Component
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final ObjectProvider<JavaMailSender> senders;
    private final ITemplateEngine templates;
    private final MailProperties properties;

    Postman(ObjectProvider<JavaMailSender> senders, ITemplateEngine templates, MailProperties properties) {
        this.senders = senders;
        this.templates = templates;
        this.properties = properties;
    }

    /** What became of a letter. */
    enum Outcome {
        TAKEN,
        NOT_TAKEN,
        /** The connection broke after the hand-over began: it may have been taken. */
        UNKNOWN
    }

    Outcome send(UUID id, Letter letter) {
        var sender = senders.getIfAvailable();
        if (sender == null) {
            LOG.warn("No mail server is configured: set spring.mail.host");
            return Outcome.NOT_TAKEN;
        }
        MimeMessage message;
        try {
            message = message(sender.createMimeMessage(), id, letter);
        } catch (MessagingException | UnsupportedEncodingException unusable) {
            LOG.warn(
                    "Notice {} cannot be addressed: {}", id, unusable.getClass().getName());
            return Outcome.NOT_TAKEN;
        }
        try {
            sender.send(message);
            return Outcome.TAKEN;
        } catch (MailException failed) {
            LOG.warn("Notice {} was not sent: {}", id, cause(failed).getClass().getName());
            return surelyNotTaken(failed) ? Outcome.NOT_TAKEN : Outcome.UNKNOWN;
        }
    }

    private MimeMessage message(MimeMessage message, UUID id, Letter letter)
            throws MessagingException, UnsupportedEncodingException {
        var sender = new InternetAddress(properties.from(), true);
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(sender.getAddress(), "Imprimatur", StandardCharsets.UTF_8.name()));
        helper.setTo(
                new InternetAddress(recipient(letter), letter.reader().displayName(), StandardCharsets.UTF_8.name()));
        helper.setSubject(letter.subject());
        helper.setText(text("mail/notice.txt", letter), text("mail/notice", letter));
        message.setHeader("Message-ID", "<" + id + "@" + domain(sender) + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
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

    /** The server said no, or was never reached. */
    private static boolean surelyNotTaken(MailException failed) {
        var cause = cause(failed);
        return failed instanceof MailAuthenticationException
                || cause instanceof MailConnectException
                || cause instanceof SendFailedException;
    }

    private static Throwable cause(MailException failed) {
        if (failed instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            return sending.getMessageExceptions()[0];
        }
        var cause = failed.getCause();
        return cause == null ? failed : cause;
    }
}
