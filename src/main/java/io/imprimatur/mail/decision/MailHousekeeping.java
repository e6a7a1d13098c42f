package io.imprimatur.mail.decision;

import io.imprimatur.mail.MailRound;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Forgets in time: the text of mails first, then that they came, and requests that nobody can answer any more. */
@Component
class MailHousekeeping implements MailRound {
    private final IncomingStore mails;
    private final RequestStore requests;
    private final Unsubscribing unsubscribing;
    private final DecisionProperties properties;
    private final Clock clock;

    MailHousekeeping(
            IncomingStore mails,
            RequestStore requests,
            Unsubscribing unsubscribing,
            DecisionProperties properties,
            Clock clock) {
        this.mails = mails;
        this.requests = requests;
        this.unsubscribing = unsubscribing;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean isHousekeeping() {
        return true;
    }

    @Override
    public void run() {
        var now = clock.instant();
        mails.forgetRaw(now.minus(properties.keepRawFor()));
        mails.delete(now.minus(properties.keepFor()));
        requests.deleteBefore(now.minus(properties.keepFor()));
        unsubscribing.deleteBefore(now.minus(properties.keepFor()));
    }
}
