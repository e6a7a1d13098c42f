package io.imprimatur.mail.authenticity;

/** Whether it is proven that a mail comes from the domain of its From address, and how. */
public sealed interface Authenticity {
    /** @param domain the From address's domain, lower case */
    record Proven(Means means, String domain) implements Authenticity {}

    /** @param code why not: stable, lower case, words joined by hyphens; says nothing of the mail's content */
    record Unproven(String code) implements Authenticity {}

    /** What proved it. */
    enum Means {
        /** Our receiving server's verdict in its Authentication-Results field (RFC 8601). */
        DMARC,
        /** A signature (RFC 6376) that we verified ourselves. */
        DKIM,
        /** The secret that our own relay puts into a header field. */
        RELAY
    }
}
