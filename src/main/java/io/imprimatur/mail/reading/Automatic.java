package io.imprimatur.mail.reading;

import java.util.List;

/** Mail that no person wrote for this occasion. */
public sealed interface Automatic {

    /**
     * A mail of ours, or of somebody else, was not delivered or is late.
     *
     * @param permanent whether the mail server gave up (RFC 3463 class 5); else it is still trying, or did not say
     * @param recipients plain addresses that were not reached, in lower case, as far as named
     * @param originalMessageIds ids, without brackets, of the mail that was not delivered, likeliest first
     * @param code status of RFC 3463 such as {@code 5.1.1}, or empty
     */
    record Bounce(boolean permanent, List<String> recipients, List<String> originalMessageIds, String code)
            implements Automatic {
        public Bounce {
            recipients = List.copyOf(recipients);
            originalMessageIds = List.copyOf(originalMessageIds);
        }
    }

    /**
     * Out of office, vacation, acknowledgement of receipt, or own mail that came back.
     *
     * @param sign what gave it away, e.g. {@code auto-submitted}; fit for a metric's label
     */
    record Reply(String sign) implements Automatic {}

    /**
     * A complaint, a delivery or reading notification, or a summary about mail.
     *
     * @param sign what gave it away
     */
    record Report(String sign) implements Automatic {}

    /**
     * Mail for many: lists, newsletters.
     *
     * @param sign what gave it away
     */
    record Bulk(String sign) implements Automatic {}
}
