package io.imprimatur.mail.internal;

import io.imprimatur.mail.MailRound;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Forgets notices that were sent, or were not to be sent any more, in time. */
@Component
class NoticeHousekeeping implements MailRound {
    private final NoticeStore notices;
    private final MailProperties properties;
    private final Clock clock;

    NoticeHousekeeping(NoticeStore notices, MailProperties properties, Clock clock) {
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean isHousekeeping() {
        return true;
    }

    @Override
    public void run() {
        notices.deleteSettled(clock.instant().minus(properties.keepFor()));
    }
}
