package io.imprimatur.mail.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message with an id of our own that changes no more once it is sealed: it may be signed. */
final class OutgoingMessage extends SMTPMessage {
    private boolean done;

    OutgoingMessage() {
        super((Session) null);
    }

    void seal() throws MessagingException {
        super.saveChanges();
        done = true;
    }

    @Override
    public void saveChanges() throws MessagingException {
        if (!done) {
            super.saveChanges();
        }
    }

    /** It has one. */
    @Override
    protected void updateMessageID() {}
}
