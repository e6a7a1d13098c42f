package io.imprimatur.mail.mailbox;

import jakarta.mail.MessagingException;

/** Opens connections to the mailbox. */
@FunctionalInterface
interface MailboxDoor {
    Mailbox open() throws MessagingException;
}
