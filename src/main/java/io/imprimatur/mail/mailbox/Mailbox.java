package io.imprimatur.mail.mailbox;

import io.imprimatur.mail.mailbox.ImapCommands.Listed;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** One connection to the mailbox, with its folder open. */
final class Mailbox implements AutoCloseable {
    private final Store store;
    private final IMAPFolder folder;
    private final ImapCommands commands;
    private final MailboxProperties properties;

    private Mailbox(Store store, IMAPFolder folder, MailboxProperties properties) {
        this.store = store;
        this.folder = folder;
        this.commands = new ImapCommands(folder);
        this.properties = properties;
    }

    /** Connects, and creates the folders that are absent. */
    static Mailbox open(MailboxTarget target, String password, boolean oauth, MailboxProperties properties)
            throws MessagingException {
        var store = Session.getInstance(target.session(properties, oauth)).getStore();
        try {
            store.connect(target.host(), target.port(), target.user(), password);
            create(store.getFolder(properties.processedFolder()));
            create(store.getFolder(properties.failedFolder()));
            var folder = store.getFolder(properties.folder());
            create(folder);
            folder.open(Folder.READ_WRITE);
            return new Mailbox(store, (IMAPFolder) folder, properties);
        } catch (MessagingException | RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    private static void create(Folder folder) throws MessagingException {
        if (!folder.exists()
                && !folder.create(Folder.HOLDS_MESSAGES)
                && !folder.exists()) { // another node may have been faster
            throw new MessagingException("A folder of the mailbox is absent and cannot be created.");
        }
    }

    /** Changes when the server numbers its messages anew. */
    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    int count() throws MessagingException {
        return commands.uids().size();
    }

    List<Listed> list(int max) throws MessagingException {
        return commands.list(max);
    }

    Optional<byte[]> fetch(long uid) throws MessagingException {
        return commands.fetch(uid);
    }

    Optional<byte[]> head(long uid) throws MessagingException {
        return commands.head(uid, properties.maxHeadSize().toBytes());
    }

    void moveToProcessed(long uid) throws MessagingException {
        commands.move(uid, properties.processedFolder());
    }

    void moveToFailed(long uid) throws MessagingException {
        commands.move(uid, properties.failedFolder());
    }

    boolean canIdle() throws MessagingException {
        return properties.idle() && commands.can("IDLE");
    }

    /** Returns when mail comes or goes, or {@link #wake} is called. */
    void idle() throws MessagingException {
        folder.idle(true);
    }

    /** Ends {@link #idle}: another command does. */
    void wake() {
        try {
            folder.doCommand(protocol -> {
                protocol.noop();
                return null;
            });
        } catch (MessagingException | RuntimeException lost) {
            // whoever waits hears of it, too
        }
    }

    /** Deletes what came before that day from the folders of mail that is done with. */
    void deleteOlder(Instant before) throws MessagingException {
        for (var name : List.of(properties.processedFolder(), properties.failedFolder())) {
            try (var done = store.getFolder(name)) {
                done.open(Folder.READ_WRITE);
                var old = done.search(new ReceivedDateTerm(ComparisonTerm.LT, Date.from(before)));
                done.setFlags(old, new Flags(Flags.Flag.DELETED), true);
                done.expunge();
            }
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
