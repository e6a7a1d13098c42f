package io.imprimatur.mail.authenticity;

/** Tells whether a mail comes from the domain that it claims. Never throws, whatever the bytes and the network. */
public interface AuthenticityCheck {
    /**
     * @param raw the whole message as it was fetched
     * @param fromAddress the one address of its only From field
     */
    Authenticity of(byte[] raw, String fromAddress);
}
