package io.imprimatur.mail.local;

import io.imprimatur.mail.mailbox.MailboxAddress;

/** The mailbox for replies in the server inside the process. */
record LocalMailbox(LocalMailServer server) implements MailboxAddress {
    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return server.imapPort();
    }

    @Override
    public String user() {
        return LocalMailServer.DECISIONS;
    }

    @Override
    public String password() {
        return LocalMailServer.DECISIONS;
    }
}
