package io.imprimatur.mail.mailbox;

import io.imprimatur.platform.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Keeps what it is given, as idempotent as the real one. */
final class RecordingIntake implements Intake {
    /** By hash. */
    final Map<String, byte[]> stored = new ConcurrentHashMap<>();

    /** By hash of the head. */
    final Map<String, Long> oversized = new ConcurrentHashMap<>();

    final AtomicInteger storeCalls = new AtomicInteger();
    final AtomicInteger handleCalls = new AtomicInteger();

    /** Called before a message is kept; may throw. */
    volatile Consumer<byte[]> beforeStore = raw -> {};

    @Override
    public void store(byte[] raw, Instant receivedAt) {
        storeCalls.incrementAndGet();
        beforeStore.accept(raw);
        stored.put(Sha256.hex(raw), raw);
    }

    @Override
    public void refuseOversized(byte[] head, long size, Instant receivedAt) {
        oversized.put(new String(head, java.nio.charset.StandardCharsets.ISO_8859_1), size);
    }

    @Override
    public void handleStored() {
        handleCalls.incrementAndGet();
    }
}
