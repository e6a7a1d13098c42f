package io.imprimatur.mail.reading;

/** Whom a mail's From field names. */
public sealed interface Sender {

    /**
     * One From field with one address.
     *
     * @param address the plain address, in lower case
     */
    record One(String address) implements Sender {}

    /**
     * Nobody in particular: no field, several, several addresses, a group, or a field written to be read in two ways.
     *
     * @param code why, e.g. {@code from-missing}; fit for a metric's label
     */
    record Unclear(String code) implements Sender {}
}
