package io.imprimatur.mail.mailbox;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects, fetches what is there, waits for more; after a failure pauses and connects anew. */
final class PollingLoop implements Runnable {
    private static final long WAKE_AGAIN_MILLIS = 50;
    private static final Logger LOG = LoggerFactory.getLogger(PollingLoop.class);

    private final MailboxDoor door;
    private final MailboxProperties properties;
    private final MailboxMetrics metrics;
    private final StoredMail storedMail;
    private final Clock clock;
    private final Fetcher fetcher;
    private final Backoff backoff;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ScheduledThreadPoolExecutor alarm = new ScheduledThreadPoolExecutor(1, PollingLoop::daemon);
    private volatile @Nullable Mailbox current;
    private Instant cleanedAt = Instant.MIN;
    private boolean complained;

    PollingLoop(
            MailboxDoor door,
            MailboxProperties properties,
            Intake intake,
            MailboxMetrics metrics,
            StoredMail storedMail,
            Clock clock) {
        this.door = door;
        this.properties = properties;
        this.metrics = metrics;
        this.storedMail = storedMail;
        this.clock = clock;
        this.fetcher = new Fetcher(properties, intake, metrics, this::isStopped);
        this.backoff = new Backoff(properties.backoffMin(), properties.backoffMax());
        alarm.setRemoveOnCancelPolicy(true);
        // a loop that has ended by itself needs no waking
        alarm.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        alarm.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try (var mailbox = door.open()) {
                current = mailbox;
                metrics.connected(true);
                serve(mailbox);
            } catch (MessagingException | RuntimeException failed) {
                complain(failed);
            } finally {
                current = null;
                metrics.connected(false);
            }
            pause(backoff.next());
        }
        alarm.shutdownNow();
    }

    /** Ends {@link #run} soon. Wakes until it has ended: the first time it may be about to wait. */
    void stop() {
        stopped.countDown();
        alarm.scheduleWithFixedDelay(
                () -> {
                    var mailbox = current;
                    if (mailbox != null) {
                        mailbox.wake();
                    }
                },
                0,
                WAKE_AGAIN_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "mailbox-alarm");
        thread.setDaemon(true);
        return thread;
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void serve(Mailbox mailbox) throws MessagingException {
        while (!isStopped()) {
            var batch = fetcher.fetch(mailbox);
            if (batch.stored()) {
                storedMail.arrived();
            }
            if (batch.failed()) {
                pause(backoff.next());
            } else {
                recovered();
                cleanUp(mailbox);
                await(mailbox);
            }
        }
    }

    private void recovered() {
        backoff.reset();
        if (complained) {
            LOG.info("The mailbox answers again");
            complained = false;
        }
    }

    private void await(Mailbox mailbox) throws MessagingException {
        if (isStopped() || fetcher.isWaiting(mailbox)) {
            return;
        }
        if (!mailbox.canIdle()) {
            pause(properties.pollInterval());
            return;
        }
        var restart = alarm.schedule(mailbox::wake, properties.idleRestart().toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (!isStopped()) {
                mailbox.idle();
            }
        } finally {
            restart.cancel(false);
        }
    }

    private void cleanUp(Mailbox mailbox) throws MessagingException {
        var now = clock.instant();
        if (cleanedAt.isBefore(now.minus(properties.cleanupInterval()))) {
            mailbox.deleteOlder(now.minus(properties.keepProcessed()));
            cleanedAt = now;
        }
    }

    /** Once, not at every try: a server that is down for a night is one event. */
    private void complain(Exception failed) {
        if (!isStopped()) {
            metrics.failed("connection");
            if (!complained) {
                var cause = failed.getCause();
                LOG.warn(
                        "The mailbox cannot be fetched from and will be tried again: {} {}",
                        failed.getClass().getName(),
                        cause == null ? "" : cause.getClass().getName());
                complained = true;
            }
        }
    }

    private void pause(Duration pause) {
        try {
            boolean ended = stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("Paused, {}", ended ? "and stopping" : "going on");
        } catch (InterruptedException interrupted) {
            stopped.countDown();
        }
    }
}
