package io.imprimatur.mail.internal;

import io.imprimatur.mail.MailRound;
import io.imprimatur.mail.Notices;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One thread that sends notices: at once after a commit, and now and then what is left; it makes the module's rounds too. */
@Component
class NoticeWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWorker.class);

    private final Notices notices;
    private final List<MailRound> rounds;
    private final MailProperties properties;
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService thread;

    NoticeWorker(Notices notices, List<MailRound> rounds, MailProperties properties) {
        this.notices = notices;
        this.rounds = List.copyOf(rounds);
        this.properties = properties;
    }

    @Override
    public void start() {
        if (properties.workerEnabled()) {
            var executor = new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "notices"));
            executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            long pause = properties.pollInterval().toMillis();
            executor.scheduleWithFixedDelay(this::deliver, pause, pause, TimeUnit.MILLISECONDS);
            rounds.forEach(round -> executor.scheduleWithFixedDelay(
                    () -> doing(round.getClass().getSimpleName(), round::run),
                    pause,
                    round.isHousekeeping() ? properties.cleanupInterval().toMillis() : pause,
                    TimeUnit.MILLISECONDS));
            thread = executor;
        }
    }

    /** Any number of calls while one waits is one call: the queue cannot grow. */
    @EventListener
    void on(DeliverySignal.NoticesWritten written) {
        var executor = thread;
        if (executor != null && called.compareAndSet(false, true)) {
            try {
                executor.execute(this::deliver);
            } catch (java.util.concurrent.RejectedExecutionException stopping) {
                LOG.debug("Notices wait for the next start");
            }
        }
    }

    private void deliver() {
        called.set(false);
        doing("Notices", notices::deliverDue);
    }

    private static void doing(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException unexpected) {
            LOG.warn(
                    "{} failed and will be tried again: {}",
                    what,
                    unexpected.getClass().getName());
        }
    }

    @Override
    public void stop() {
        var executor = thread;
        thread = null;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    executor.shutdownNow();
                }
            } catch (InterruptedException interrupted) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
