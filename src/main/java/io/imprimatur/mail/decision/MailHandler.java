package io.imprimatur.mail.decision;

import io.imprimatur.audit.Door;
import io.imprimatur.audit.Doors;
import io.imprimatur.platform.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second transaction: one mail is checked, decided, entered in the ledger and answered together. What a rule refuses
 * is rolled back and answered in a transaction of its own; what fails is tried again, and kept for an operator in the end.
 */
@Component
class MailHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MailHandler.class);

    /** Another door may have been quicker; then the next look finds the task gone. */
    private static final int TRIES_AT_ONCE = 3;

    private static final String NOT_HANDLED = "not-handled";

    private final IncomingStore store;
    private final Replies replies;
    private final TransactionTemplate transaction;
    private final Doors doors;
    private final MeterRegistry meters;
    private final DecisionProperties properties;
    private final Clock clock;

    MailHandler(
            IncomingStore store,
            Replies replies,
            TransactionTemplate transaction,
            Doors doors,
            MeterRegistry meters,
            DecisionProperties properties,
            Clock clock) {
        this.store = store;
        this.replies = replies;
        this.transaction = transaction;
        this.doors = doors;
        this.meters = meters;
        this.properties = properties;
        this.clock = clock;
    }

    void handleStored() {
        doors.through(Door.MAIL, () -> {
            int handled = 0;
            while (handled < properties.batchSize() && handleNext()) {
                handled++;
            }
        });
    }

    /** @return whether there was one */
    private boolean handleNext() {
        var next = transaction.execute(status -> store.nextDue(clock.instant()).orElse(null));
        if (next == null) {
            return false;
        }
        for (int tries = 1; !handled(next, tries == TRIES_AT_ONCE); tries++) {
            LOG.debug("Mail {} is tried again", next);
        }
        return true;
    }

    /** @return whether no further try is to be made now */
    private boolean handled(UUID id, boolean last) {
        try {
            transaction.executeWithoutResult(
                    status -> store.lock(id).ifPresent(mail -> settled(replies.handle(mail), mail)));
            return true;
        } catch (Refusal refused) {
            if (!last && refused.code().equals(Refusal.AT_THE_SAME_MOMENT)) {
                return false;
            }
            say(id, refused);
            return true;
        } catch (RuntimeException failed) {
            if (last) {
                postpone(id, failed);
            }
            return last;
        }
    }

    /** In a transaction of its own: the one that was refused is rolled back. */
    private void say(UUID id, Refusal refused) {
        try {
            transaction.executeWithoutResult(
                    status -> store.lock(id).ifPresent(mail -> settled(replies.refused(mail, refused), mail)));
        } catch (RuntimeException failed) {
            postpone(id, failed);
        }
    }

    private void settled(String outcome, StoredMail mail) {
        meters.counter("imprimatur.mail.handled", "outcome", outcome).increment();
        meters.timer("imprimatur.mail.handled.age")
                .record(Duration.between(mail.receivedAt(), clock.instant()).abs());
    }

    private void postpone(UUID id, RuntimeException failed) {
        LOG.warn("Mail {} could not be handled: {}", id, failed.getClass().getName());
        var delays = properties.retryDelays();
        var now = clock.instant();
        transaction.executeWithoutResult(status -> store.lock(id).ifPresent(again -> {
            if (again.attempts() < delays.size()) {
                store.postpone(again.id(), now.plus(delays.get(again.attempts())));
            } else {
                store.settle(again.id(), true, NOT_HANDLED, null, now);
                meters.counter("imprimatur.mail.handled", "outcome", NOT_HANDLED)
                        .increment();
            }
        }));
    }
}
