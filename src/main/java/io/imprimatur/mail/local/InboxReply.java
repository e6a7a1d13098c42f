package io.imprimatur.mail.local;

import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Answers a message as a mail program does, in the name of whoever's inbox it is in. */
@Component
@Profile("local")
class InboxReply {
    private static final int LONGEST = 20_000;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);

    private final JavaMailSender server;
    private final LocalRelay relay;
    private final Clock clock;

    InboxReply(JavaMailSender server, LocalRelay relay, Clock clock) {
        this.server = server;
        this.relay = relay;
        this.clock = clock;
    }

    /** Where an answer to that message goes; nowhere unless it asks for a decision. */
    static Optional<InternetAddress> to(MimeMessage message) {
        try {
            var addresses = message.getHeader("Reply-To") == null ? null : message.getReplyTo();
            return addresses != null
                            && addresses.length == 1
                            && addresses[0] instanceof InternetAddress address
                            && decides(address.getAddress())
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean decides(@Nullable String address) {
        return address != null
                && address.startsWith(LocalMailServer.DECISIONS + "+")
                && address.endsWith("@" + LocalMailServer.DOMAIN);
    }

    void send(Person person, InboxMessage shown, MimeMessage original, String text) {
        var to = to(original)
                .orElseThrow(() -> Refusal.conflict(
                        "message-not-answerable", "This message only informs; nobody reads answers to it."));
        try {
            var reply = server.createMimeMessage();
            var helper = new MimeMessageHelper(reply, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(person.email(), person.displayName(), StandardCharsets.UTF_8.name()));
            helper.setTo(to);
            helper.setSubject("Re: " + shown.subject());
            helper.setSentDate(Date.from(clock.instant()));
            helper.setText(text.substring(0, Math.min(text.length(), LONGEST)) + "\n\n" + quoted(shown));
            if (original.getMessageID() != null) {
                reply.setHeader("In-Reply-To", original.getMessageID());
                reply.setHeader("References", original.getMessageID());
            }
            reply.setHeader(relay.header(), relay.value());
            server.send(reply);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw new IllegalStateException("The reply cannot be written.", unwritable);
        }
    }

    private static String quoted(InboxMessage shown) {
        return "On " + WHEN.format(shown.receivedAt()) + ", " + shown.from() + " wrote:\n\n"
                + shown.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
