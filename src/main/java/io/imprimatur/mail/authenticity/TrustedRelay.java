package io.imprimatur.mail.authenticity;

/** A relay inside this process whose mail is believed; a bean of the profile {@code local} only. */
public interface TrustedRelay {
    /** Name of the header field that it sets. */
    String header();

    /** What the field holds: a secret of this process. */
    String value();
}
