package io.imprimatur.audit.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the sequencer in a thread of its own: when woken, and at intervals for what a node that died left waiting. */
@Component
class SequencerLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);

    private final Sequencer sequencer;
    private final AuditProperties properties;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService thread;

    SequencerLoop(Sequencer sequencer, AuditProperties properties) {
        this.sequencer = sequencer;
        this.properties = properties;
    }

    /** Asks for a run soon; many calls before it starts make one run. */
    void wake() {
        var running = thread;
        if (running != null && !running.isShutdown() && woken.compareAndSet(false, true)) {
            running.execute(this::run);
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "ledger-sequencer"));
        var interval = properties.sequencerInterval().toMillis();
        started.scheduleWithFixedDelay(this::run, 0, interval, TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        var stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.shutdown();
            await(stopping);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        woken.set(false);
        try {
            sequencer.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The ledger's sequencer failed and will try again: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void await(ScheduledExecutorService stopping) {
        try {
            if (!stopping.awaitTermination(properties.sequencerStopTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
