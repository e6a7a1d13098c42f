package io.imprimatur.mail.mailbox;

import io.imprimatur.mail.mailbox.ImapCommands.Listed;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages out of the mailbox: each is stored first and moved then. Whatever ends the process between the two, the
 * message is fetched again and found stored; so may several nodes fetch from one mailbox. Used by one thread.
 */
final class Fetcher {
    /** When so many in a row cannot be stored it is the database that fails, and fetching more is in vain. */
    private static final int FAILURES_IN_A_ROW = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    private final MailboxProperties properties;
    private final Intake intake;
    private final MailboxMetrics metrics;
    private final BooleanSupplier stopping;
    private final Troubles troubles;

    Fetcher(MailboxProperties properties, Intake intake, MailboxMetrics metrics, BooleanSupplier stopping) {
        this.properties = properties;
        this.intake = intake;
        this.metrics = metrics;
        this.stopping = stopping;
        this.troubles = new Troubles(properties.maxTries());
    }

    /**
     * What became of a batch.
     *
     * @param stored whether something waits to be handled
     * @param failed whether something stays for another try
     */
    record Batch(boolean stored, boolean failed) {}

    private enum Outcome {
        STORED,
        GONE,
        UNREADABLE,
        UNSTORED
    }

    /** @throws MessagingException when the connection is of no more use */
    Batch fetch(Mailbox mailbox) throws MessagingException {
        troubles.begin(mailbox.uidValidity());
        boolean stored = false;
        boolean failed = false;
        int unstored = 0;
        for (var message : troubles.order(mailbox.list(properties.batchSize() + troubles.size()))) {
            if (stopping.getAsBoolean() || unstored == FAILURES_IN_A_ROW) {
                break;
            }
            var outcome = take(mailbox, message);
            stored |= outcome == Outcome.STORED;
            failed |= outcome == Outcome.UNREADABLE || outcome == Outcome.UNSTORED;
            unstored = outcome == Outcome.UNSTORED ? unstored + 1 : 0;
        }
        return new Batch(stored, failed);
    }

    /** Whether something lies in the folder that was not given up. */
    boolean isWaiting(Mailbox mailbox) throws MessagingException {
        return mailbox.count() > troubles.skipped();
    }

    private Outcome take(Mailbox mailbox, Listed message) throws MessagingException {
        if (troubles.isHopeless(message.uid())) {
            setAside(mailbox, message);
            return Outcome.GONE;
        }
        boolean large = message.size() > properties.maxMessageSize().toBytes();
        Optional<byte[]> bytes;
        try {
            bytes = large ? mailbox.head(message.uid()) : mailbox.fetch(message.uid());
        } catch (FolderClosedException | StoreClosedException lost) {
            // the message may be what makes the server hang up
            troubles.unreadable(message.uid());
            throw lost;
        } catch (MessagingException | RuntimeException refused) {
            metrics.failed("fetch");
            troubles.unreadable(message.uid());
            return Outcome.UNREADABLE;
        }
        if (bytes.isEmpty()) {
            // another node has taken it; if it is still there, trying comes to an end
            troubles.unreadable(message.uid());
            return Outcome.GONE;
        }
        if (!isStored(bytes.get(), large, message)) {
            troubles.unstored(message.uid());
            return Outcome.UNSTORED;
        }
        troubles.passed(message.uid());
        mailbox.moveToProcessed(message.uid());
        return Outcome.STORED;
    }

    private boolean isStored(byte[] bytes, boolean large, Listed message) {
        try {
            if (large) {
                intake.refuseOversized(bytes, message.size(), message.receivedAt());
                metrics.oversized();
            } else {
                intake.store(bytes, message.receivedAt());
                metrics.fetched();
            }
            return true;
        } catch (RuntimeException notStored) {
            metrics.failed("store");
            LOG.warn(
                    "Message {} could not be stored and stays in the mailbox: {}",
                    message.uid(),
                    notStored.getClass().getName());
            return false;
        }
    }

    private void setAside(Mailbox mailbox, Listed message) throws MessagingException {
        LOG.warn("Message {} cannot be fetched and is set aside", message.uid());
        metrics.setAside();
        troubles.skip(message.uid());
        mailbox.moveToFailed(message.uid());
    }
}
