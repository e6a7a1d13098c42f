package io.imprimatur.mail.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.eclipse.angus.mail.util.MailConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server, and tells what became of them. */
@Component
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final ObjectProvider<JavaMailSender> senders;
    private final MessageWriter messages;

    Postman(ObjectProvider<JavaMailSender> senders, MessageWriter messages) {
        this.senders = senders;
        this.messages = messages;
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
            message = messages.write(id, letter);
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
