package io.imprimatur.mail.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/** The IMAP commands (RFC 9051) that fetching needs, each naming messages by their UID. None of them marks a message. */
final class ImapCommands {
    /** So that no command is longer than servers read. */
    private static final int LONGEST_LIST = 500;

    private final IMAPFolder folder;

    ImapCommands(IMAPFolder folder) {
        this.folder = folder;
    }

    /**
     * A message that lies in the folder.
     *
     * @param size in bytes, as the server says
     */
    record Listed(long uid, long size, Instant receivedAt) {}

    boolean can(String capability) throws MessagingException {
        return Boolean.TRUE.equals(folder.doCommand(protocol -> protocol.hasCapability(capability)));
    }

    /** The UIDs of all messages in the folder, oldest first. Angus counts moved messages, too, so it is not asked. */
    List<Long> uids() throws MessagingException {
        return search("ALL");
    }

    private List<Long> search(String criteria) throws MessagingException {
        var found = new ArrayList<Long>();
        for (var response : run("UID SEARCH " + criteria, null)) {
            if (response instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
                for (long uid = answer.readLong(); uid != -1; uid = answer.readLong()) {
                    found.add(uid);
                }
            }
        }
        Collections.sort(found);
        return found;
    }

    /** The first messages of the folder, oldest first. */
    List<Listed> list(int max) throws MessagingException {
        var uids = uids().stream()
                .limit(Math.min(max, LONGEST_LIST))
                .map(String::valueOf)
                .toList();
        var listed = new ArrayList<Listed>();
        if (!uids.isEmpty()) {
            for (var response : run("UID FETCH " + String.join(",", uids) + " (UID RFC822.SIZE INTERNALDATE)", null)) {
                listed(response).ifPresent(listed::add);
            }
        }
        return listed;
    }

    private static Optional<Listed> listed(Response response) {
        if (!(response instanceof FetchResponse fetched)) {
            return Optional.empty();
        }
        var uid = fetched.getItem(UID.class);
        var size = fetched.getItem(RFC822SIZE.class);
        var date = fetched.getItem(INTERNALDATE.class);
        return uid == null || size == null || date == null || date.getDate() == null
                ? Optional.empty()
                : Optional.of(new Listed(uid.uid, size.size, date.getDate().toInstant()));
    }

    /** The whole message; nothing if it has vanished. */
    Optional<byte[]> fetch(long uid) throws MessagingException {
        return body(uid, "BODY.PEEK[]");
    }

    /** The first bytes of its header section; nothing if it has vanished. */
    Optional<byte[]> head(long uid, long bytes) throws MessagingException {
        return body(uid, "BODY.PEEK[HEADER]<0." + bytes + ">");
    }

    private Optional<byte[]> body(long uid, String section) throws MessagingException {
        for (var response : run("UID FETCH " + uid + " (UID " + section + ")", null)) {
            if (response instanceof FetchResponse fetched) {
                var id = fetched.getItem(UID.class);
                var body = fetched.getItem(BODY.class);
                if (id != null && id.uid == uid && body != null && body.getByteArray() != null) {
                    return Optional.of(bytes(body.getByteArray()));
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(ByteArray array) {
        return Arrays.copyOfRange(array.getBytes(), array.getStart(), array.getStart() + array.getCount());
    }

    /** A message that has vanished, since another node was faster, is no failure. */
    void move(long uid, String target) throws MessagingException {
        try {
            moveNow(uid, target);
        } catch (FolderClosedException | StoreClosedException lost) {
            throw lost;
        } catch (MessagingException refused) {
            if (!search("UID " + uid).isEmpty()) {
                throw refused;
            }
        }
    }

    /** At once where the server can (RFC 6851); else it is copied, marked and expunged. */
    private void moveNow(long uid, String target) throws MessagingException {
        if (can("MOVE")) {
            run("UID MOVE " + uid, target);
            return;
        }
        run("UID COPY " + uid, target);
        run("UID STORE " + uid + " +FLAGS.SILENT (\\Deleted)", null);
        run(can("UIDPLUS") ? "UID EXPUNGE " + uid : "EXPUNGE", null);
    }

    private Response[] run(String command, @org.jspecify.annotations.Nullable String mailbox)
            throws MessagingException {
        var answer = folder.doCommand(protocol -> run(protocol, command, mailbox));
        return answer instanceof Response[] responses ? responses : new Response[0];
    }

    private static Response[] run(
            IMAPProtocol protocol, String command, @org.jspecify.annotations.Nullable String mailbox)
            throws ProtocolException {
        var argument = new Argument();
        if (mailbox != null) {
            argument.writeString(BASE64MailboxEncoder.encode(mailbox));
        }
        var responses = protocol.command(command, mailbox == null ? null : argument);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }
}
