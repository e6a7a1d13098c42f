package io.imprimatur.mail.mailbox;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that has stored mail handled: when there is new mail, and now and then, whether or not the mailbox answers. */
final class StoredMail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoredMail.class);

    private final Intake intake;
    private final Duration patience;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "stored-mail"));

    StoredMail(Intake intake, Duration interval, Duration patience) {
        this.intake = intake;
        this.patience = patience;
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.scheduleWithFixedDelay(this::handle, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Any number of calls while one waits is one call. */
    void arrived() {
        if (called.compareAndSet(false, true)) {
            try {
                executor.execute(this::handle);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Stored mail waits for the next start");
            }
        }
    }

    private void handle() {
        called.set(false);
        try {
            intake.handleStored();
        } catch (RuntimeException unexpected) {
            LOG.warn(
                    "Stored mail could not be handled and will be tried again: {}",
                    unexpected.getClass().getName());
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
