package io.imprimatur.mail.local;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.CannotStart;
import jakarta.mail.internet.MimeMessage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * SMTP and IMAP on 127.0.0.1. Everybody has an account whose password is the login name; mail is kept in memory, so it is
 * gone after a restart.
 */
public final class LocalMailServer {
    /** Where replies with decisions go. */
    static final String DECISIONS = "decide";

    static final String DOMAIN = "imprimatur.local";

    private static final String ADDRESS = "127.0.0.1";

    private final GreenMail server;

    private LocalMailServer(GreenMail server) {
        this.server = server;
    }

    /** @throws CannotStart when a port is taken */
    static LocalMailServer start(LocalMailProperties ports) {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(ports.smtpPort(), ADDRESS, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(ports.imapPort(), ADDRESS, ServerSetup.PROTOCOL_IMAP)
        });
        try {
            server.start();
        } catch (IllegalStateException taken) {
            server.stop();
            throw new CannotStart(
                    "The mail server cannot listen on the ports " + ports.smtpPort() + " and " + ports.imapPort()
                            + " of " + ADDRESS + "; free them, or choose others with --imprimatur.local.smtp-port=0"
                            + " --imprimatur.local.imap-port=0 (0 takes any free one).",
                    taken);
        }
        var users = server.getUserManager();
        users.setMessageDeliveryHandler(new SubAddressing(users, users.getMessageDeliveryHandler()));
        return new LocalMailServer(server);
    }

    /** Everybody can fetch their mail. An account that is there already stays as it is. */
    void openAccounts(Collection<Person> people) {
        people.forEach(person -> server.setUser(person.email(), person.id(), person.id()));
        server.setUser(DECISIONS + "@" + DOMAIN, DECISIONS, DECISIONS);
    }

    void stop() {
        server.stop();
    }

    /** The port that it listens on. */
    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** The port that it listens on. */
    public int imapPort() {
        return server.getImap().getPort();
    }

    /** What came for that address, newest first. */
    List<StoredMessage> inbox(String email) {
        var user = server.getUserManager().getUserByEmail(email);
        if (user == null) {
            return List.of();
        }
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .sorted(Comparator.comparingLong(StoredMessage::getUid).reversed())
                    .toList();
        } catch (FolderException gone) {
            return List.of();
        }
    }

    /** The same as messages. */
    public List<MimeMessage> received(String email) {
        return inbox(email).stream().map(StoredMessage::getMimeMessage).toList();
    }

    Optional<StoredMessage> message(String email, long uid) {
        return inbox(email).stream().filter(message -> message.getUid() == uid).findFirst();
    }
}
