package io.imprimatur.mail.mailbox;

/** Where a mailbox inside this process is; a bean of the profile {@code local} only. Used without encryption. */
public interface MailboxAddress {
    String host();

    int port();

    String user();

    String password();
}
