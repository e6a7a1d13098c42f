package io.imprimatur.mail.decision;

import io.imprimatur.mail.Quarantine;
import io.imprimatur.platform.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What operators do about mail that was not taken; and how much of it there is, for their metrics. */
@Component
@Transactional
class QuarantineDesk implements Quarantine {
    private final IncomingStore store;
    private final Clock clock;

    QuarantineDesk(IncomingStore store, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.clock = clock;
        Gauge.builder("imprimatur.mail.quarantined", store::quarantinedCount)
                .description("Mails that were not taken and wait for an operator")
                .register(meters);
        Gauge.builder("imprimatur.mail.waiting.age", this::age)
                .description("Age of the oldest stored mail that was not handled yet")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public List<Held> held(int limit) {
        return store.quarantined(limit);
    }

    @Override
    public List<Held> settled(int limit) {
        return store.settled(limit);
    }

    @Override
    public long count() {
        return store.quarantinedCount();
    }

    @Override
    public void again(UUID id) {
        if (!store.again(id, clock.instant())) {
            throw notFound();
        }
    }

    @Override
    public void discard(UUID id) {
        if (!store.discard(id)) {
            throw notFound();
        }
    }

    private double age() {
        return store.oldestWaiting()
                .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
                .orElse(0L);
    }

    private static Refusal notFound() {
        return Refusal.notFound("mail-not-found", "There is no such mail, or its text is not kept any more.");
    }
}
