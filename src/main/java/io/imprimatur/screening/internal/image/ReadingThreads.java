package io.imprimatur.screening.internal.image;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A few threads on which images are read, so that whoever asks waits for a bounded time only. */
final class ReadingThreads {
    private static final int SECONDS_TO_END = 5;

    private final ThreadPoolExecutor threads;

    ReadingThreads(int parallel, int maxWaiting) {
        var number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                parallel, parallel, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(maxWaiting), task -> {
                    var thread = new Thread(task, "image-reader-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Whatever goes wrong is told as a doubt. */
    ImageReading run(Callable<ImageReading> work, Deadline deadline) {
        try {
            return await(threads.submit(work), deadline);
        } catch (RejectedExecutionException full) {
            return ImageReading.nothing(Doubt.BUSY);
        }
    }

    private static ImageReading await(Future<ImageReading> reading, Deadline deadline) {
        try {
            return reading.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            reading.cancel(false);
            return ImageReading.nothing(Doubt.TIMED_OUT);
        } catch (InterruptedException stopped) {
            reading.cancel(false);
            Thread.currentThread().interrupt();
            return ImageReading.nothing(Doubt.UNAVAILABLE);
        } catch (ExecutionException failed) {
            return ImageReading.nothing(Doubt.UNAVAILABLE);
        }
    }

    /** Runs on any of the threads when one is free; dropped when none will be soon. */
    void offer(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException full) {
            // It only prepares for what comes; what is under way prepares as well.
        }
    }

    int waiting() {
        return threads.getQueue().size();
    }

    /** @return whether every thread has ended */
    boolean end() {
        threads.shutdownNow();
        try {
            return threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
