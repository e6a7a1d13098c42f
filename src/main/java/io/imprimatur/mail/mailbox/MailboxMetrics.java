package io.imprimatur.mail.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operator sees of fetching. */
final class MailboxMetrics {
    private final MeterRegistry registry;
    private final AtomicInteger connected;

    MailboxMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.connected = new AtomicInteger();
        registry.gauge("imprimatur.mailbox.connected", connected);
    }

    void connected(boolean now) {
        connected.set(now ? 1 : 0);
    }

    void fetched() {
        registry.counter("imprimatur.mailbox.fetched").increment();
    }

    void oversized() {
        registry.counter("imprimatur.mailbox.oversized").increment();
    }

    void setAside() {
        registry.counter("imprimatur.mailbox.set.aside").increment();
    }

    /** @param step what failed: connection, fetch or store */
    void failed(String step) {
        registry.counter("imprimatur.mailbox.failures", "step", step).increment();
    }
}
