package io.imprimatur.publishing.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the worker on this node, so that a post need not wait for the next poll. */
@Component
class WakeUp {
    /** More than these would only find nothing to do. */
    private static final int MOST_CALLS = 64;

    private final Semaphore calls = new Semaphore(0);

    /** Wakes one thread once the running transaction has committed; at once when there is none. */
    void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            call();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                call();
            }
        });
    }

    void await(Duration atMost) throws InterruptedException {
        // woken or not, the caller looks for work
        var ignored = calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    void all(int threads) {
        calls.release(threads);
    }

    private void call() {
        if (calls.availablePermits() < MOST_CALLS) {
            calls.release();
        }
    }
}
