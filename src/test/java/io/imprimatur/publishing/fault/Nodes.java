package io.imprimatur.publishing.fault;

import io.imprimatur.publishing.internal.PublicationWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Threads of several nodes that take steps until they are closed; one that is killed is started again. */
final class Nodes implements AutoCloseable {
    private static final String NAME = "node-";

    private final ReadWriteLock steps = new ReentrantReadWriteLock(true);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger killed = new AtomicInteger();
    private final Queue<RuntimeException> faults = new ConcurrentLinkedQueue<>();

    /** The process dies here: nothing after it runs. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** @param threadsOfEach how many steps a node takes at once */
    Nodes(List<PublicationWork> nodes, int threadsOfEach) {
        for (int node = 0; node < nodes.size(); node++) {
            var work = nodes.get(node);
            for (int i = 0; i < threadsOfEach; i++) {
                var name = NAME + node + "/" + i;
                threads.add(new Thread(() -> run(work, name), name));
            }
        }
        threads.forEach(Thread::start);
    }

    /** Whether the calling thread is one of a node. */
    static boolean here() {
        return Thread.currentThread().getName().startsWith(NAME);
    }

    /** Waits until every step that has begun is over. */
    void awaitBegunSteps() {
        steps.writeLock().lock();
        steps.writeLock().unlock();
    }

    /** How often one was killed. */
    int killed() {
        return killed.get();
    }

    /** What steps threw. */
    List<RuntimeException> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        for (var thread : threads) {
            thread.join();
        }
    }

    private void run(PublicationWork work, String name) {
        try {
            while (closing.getCount() > 0) {
                if (!step(work, name)) {
                    var ignored = closing.await(20, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step(PublicationWork work, String name) {
        steps.readLock().lock();
        try {
            return work.runNext(name);
        } catch (Killed dead) {
            killed.incrementAndGet();
            return true;
        } catch (RuntimeException fault) {
            faults.add(fault);
            return false;
        } finally {
            steps.readLock().unlock();
        }
    }
}
