package io.imprimatur.mail.signing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Signs mail that leaves the house. */
public interface Signer {
    /**
     * Signs a message that is complete: nothing in it may change afterwards. Does nothing when no key is configured.
     *
     * @throws MessagingException when the message cannot be written or signed
     */
    void sign(MimeMessage message) throws MessagingException;
}
