package io.imprimatur.mail.decision;

import io.imprimatur.mail.mailbox.Intake;
import io.imprimatur.mail.reading.IncomingMail;
import io.imprimatur.mail.reading.ReadingProperties;
import io.imprimatur.mail.reading.Sender;
import io.imprimatur.platform.Sha256;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The first transaction: keeps what the mailbox had, once, before anything is made of it. */
@Component
class MailIntake implements Intake {
    static final String TOO_LARGE = "too-large";

    private final IncomingStore store;
    private final MailHandler handler;
    private final DecisionAddress address;
    private final ReadingProperties reading;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    MailIntake(
            IncomingStore store,
            MailHandler handler,
            DecisionAddress address,
            ReadingProperties reading,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.handler = handler;
        this.address = address;
        this.reading = reading;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void store(byte[] raw, Instant receivedAt) {
        var mail = IncomingMail.read(raw, reading);
        var stored = new StoredMail(
                UUID.randomUUID(),
                Sha256.hex(raw),
                mail.messageId().orElse(null),
                address.token(mail.addressees()).map(Tokens::hash).orElse(null),
                raw,
                receivedAt,
                0);
        keep(stored, mail, raw.length, false);
    }

    @Override
    public void refuseOversized(byte[] head, long size, Instant receivedAt) {
        var mail = IncomingMail.read(head, reading);
        var stored = new StoredMail(
                UUID.randomUUID(), Sha256.hex(head), mail.messageId().orElse(null), null, null, receivedAt, 0);
        keep(stored, mail, size, true);
    }

    @Override
    public void handleStored() {
        handler.handleStored();
    }

    private void keep(StoredMail stored, IncomingMail mail, long size, boolean oversized) {
        var sender = mail.sender() instanceof Sender.One one ? one.address() : null;
        var kept = Boolean.TRUE.equals(transaction.execute(status -> {
            var isNew = store.insert(stored, sender, size, clock.instant());
            if (isNew && oversized) {
                store.settle(stored.id(), true, TOO_LARGE, null, clock.instant());
            }
            return isNew;
        }));
        if (kept) {
            meters.counter("imprimatur.mail.received").increment();
        }
    }
}
