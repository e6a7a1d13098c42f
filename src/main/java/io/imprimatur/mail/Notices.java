package io.imprimatur.mail;

import java.util.List;
import java.util.UUID;

/** Messages to people, kept from the transaction that caused them until the mail server has taken them. */
public interface Notices {
    /** Notices that could not be sent, oldest first. */
    List<Notice> failed();

    /**
     * Gives a failed notice a new round of tries.
     *
     * @throws io.imprimatur.platform.Refusal (404, {@code notice-not-found}) when there is no failed notice of that id
     */
    void retry(UUID noticeId);

    /** Sends what is due now; a worker calls this all the time. Returns how many the mail server took. */
    int deliverDue();
}
