package io.imprimatur.mail.mailbox;

import java.time.Instant;

/** Where fetched mail goes. */
public interface Intake {
    /**
     * Keeps a message, in a transaction that is committed on return. The same bytes a second time change nothing.
     *
     * @param raw the whole message
     * @param receivedAt when the mail server took it
     */
    void store(byte[] raw, Instant receivedAt);

    /**
     * Keeps note of a message that is too large to be fetched; committed on return, harmless when repeated.
     *
     * @param head its header section, or the beginning of it
     * @param size of the message in bytes, as the server says
     */
    void refuseOversized(byte[] head, long size, Instant receivedAt);

    /** Handles what was stored and not yet handled; called after each batch and now and then. */
    void handleStored();
}
