package io.imprimatur.publishing.internal;

import io.imprimatur.platform.Failures;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads that take the steps. A stop lets what is under way finish; what does not finish in time is found by its
 * lease later, on any node.
 */
@Component
class PublishingWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PublishingWorker.class);

    private final PublicationWork work;
    private final WakeUp wakeUp;
    private final PublishingProperties.Worker settings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    PublishingWorker(PublicationWork work, WakeUp wakeUp, PublishingProperties properties) {
        this.work = work;
        this.wakeUp = wakeUp;
        this.settings = properties.worker();
    }

    @Override
    public synchronized void start() {
        running = true;
        var node = ManagementFactory.getRuntimeMXBean().getName();
        for (int i = 1; i <= settings.threads(); i++) {
            var name = "publishing-" + i;
            var thread = new Thread(() -> run(node + "/" + name), name);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        wakeUp.all(threads.size());
        var deadline = System.nanoTime() + settings.shutdownTimeout().toNanos();
        try {
            for (var thread : threads) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.stream().filter(Thread::isAlive).forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(String worker) {
        while (running) {
            try {
                if (!work.runNext(worker)) {
                    wakeUp.await(settings.pollInterval());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException fault) {
                rest(fault);
            }
        }
    }

    /** After a fault of our own, such as a database out of reach, waits instead of spinning. */
    private void rest(RuntimeException fault) {
        LOG.error("Publishing step failed: {}", Failures.describe(fault));
        try {
            wakeUp.await(settings.pollInterval());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
