package io.imprimatur.mail.internal;

import io.imprimatur.mail.Notice;
import io.imprimatur.mail.Notices;
import io.imprimatur.mail.decision.Bounces;
import io.imprimatur.platform.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Sends notices one by one, outside any transaction. Each is marked as being sent before it is handed over, so that a
 * crash between hand-over and mark repeats it at most once, under the same Message-ID.
 */
@Service
class NoticeService implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeService.class);

    private final NoticeStore notices;
    private final LetterWriter writer;
    private final Postman postman;
    private final Bounces bounces;
    private final MailProperties properties;
    private final Clock clock;

    NoticeService(
            NoticeStore notices,
            LetterWriter writer,
            Postman postman,
            Bounces bounces,
            MailProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.notices = notices;
        this.writer = writer;
        this.postman = postman;
        this.bounces = bounces;
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("imprimatur.notices.failed", () -> notices.count(Notice.State.FAILED))
                .description("Notices that could not be sent and wait for an operator")
                .register(meters);
    }

    @Override
    public List<Notice> failed() {
        return notices.failed();
    }

    @Override
    public void retry(UUID noticeId) {
        if (!notices.retry(noticeId, clock.instant())) {
            throw Refusal.notFound("notice-not-found", "There is no failed notice of that id.");
        }
    }

    @Override
    public int deliverDue() {
        notices.parkUnanswered(clock.instant());
        int sent = 0;
        for (int count = 0; count < properties.batchSize(); count++) {
            var notice = next();
            if (notice.isEmpty()) {
                return sent;
            }
            sent += deliver(notice.get()) ? 1 : 0;
        }
        return sent;
    }

    private Optional<Notice> next() {
        var now = clock.instant();
        return notices.claim(now, now.plus(properties.lease()));
    }

    private boolean deliver(Notice notice) {
        Optional<Letter> letter;
        try {
            letter = writer.write(notice);
        } catch (RuntimeException unexpected) {
            LOG.warn(
                    "Notice {} could not be written: {}",
                    notice.id(),
                    unexpected.getClass().getName());
            notSent(notice, "not-written");
            return false;
        }
        if (letter.isEmpty()) {
            notices.settle(notice.id(), Notice.State.OBSOLETE, "", clock.instant());
            return false;
        }
        if (bounces.isUndeliverable(letter.get().reader())) {
            notices.settle(notice.id(), Notice.State.FAILED, "address-undeliverable", clock.instant());
            return false;
        }
        return send(notice, letter.get());
    }

    private boolean send(Notice notice, Letter letter) {
        switch (postman.send(notice.id(), letter)) {
            case TAKEN -> {
                notices.settle(notice.id(), Notice.State.SENT, "", clock.instant());
                return true;
            }
            case NOT_TAKEN -> notSent(notice, "mail-server-refused");
            // The lease runs out and it is repeated once, as after a crash.
            case UNKNOWN -> LOG.warn("Notice {} was handed over and no answer came", notice.id());
        }
        return false;
    }

    private void notSent(Notice notice, String problem) {
        var now = clock.instant();
        if (notice.attempts() > properties.retryDelays().size()) {
            LOG.warn("Notice {} is given up after {} attempts", notice.id(), notice.attempts());
            notices.settle(notice.id(), Notice.State.FAILED, problem, now);
        } else {
            notices.postpone(
                    notice.id(), problem, now.plus(properties.retryDelays().get(notice.attempts() - 1)));
        }
    }
}
