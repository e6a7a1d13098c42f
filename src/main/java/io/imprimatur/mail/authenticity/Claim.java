package io.imprimatur.mail.authenticity;

/**
 * That a message comes from a domain.
 *
 * @param domain of its only From address, lower case, in its ASCII form
 */
record Claim(RawMessage message, String domain) {}
