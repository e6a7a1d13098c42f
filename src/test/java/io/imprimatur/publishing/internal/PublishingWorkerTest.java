package io.imprimatur.publishing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.imprimatur.publishing.settings.PublishingProperties;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PublishingWorkerTest {
    private final PublicationWork work = mock(PublicationWork.class);
    private final WakeUp wakeUp = new WakeUp();

    private PublishingWorker worker(int threads, Duration patience) {
        var properties = PublishingFixture.properties();
        return new PublishingWorker(
                work,
                wakeUp,
                new PublishingProperties(
                        new PublishingProperties.Worker(threads, Duration.ofHours(1), Duration.ofMinutes(1), patience),
                        properties.retry(),
                        properties.check(),
                        properties.http(),
                        properties.newsroom()));
    }

    @Test
    void worksUntilNothingIsDueAndAgainWhenItIsWoken() {
        var due = new AtomicInteger(5);
        var looks = new AtomicInteger();
        when(work.runNext(anyString())).thenAnswer(call -> {
            looks.incrementAndGet();
            return due.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        });
        var worker = worker(2, Duration.ofSeconds(10));
        worker.start();
        await().until(() -> due.get() == 0 && looks.get() >= 7);
        due.set(3);
        wakeUp.afterCommit();
        await().until(() -> due.get() == 0);
        worker.stop();
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void aStopLetsWhatIsUnderWayFinish() throws Exception {
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        doAnswer(call -> {
                    begun.countDown();
                    finish.await();
                    finished.set(true);
                    return false;
                })
                .when(work)
                .runNext(anyString());
        var worker = worker(1, Duration.ofSeconds(30));
        worker.start();
        begun.await();
        var stopper = new Thread(worker::stop);
        stopper.start();
        await().until(() -> !worker.isRunning());
        assertThat(finished).isFalse();
        finish.countDown();
        stopper.join();
        assertThat(finished).isTrue();
    }

    @Test
    void aStopDoesNotWaitForEver() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        doAnswer(call -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        Thread.currentThread().interrupt();
                    }
                    return false;
                })
                .when(work)
                .runNext(anyString());
        var worker = worker(1, Duration.ofMillis(50));
        worker.start();
        begun.await();
        worker.stop();
        interrupted.await();
    }

    @Test
    void aFaultOfOneStepDoesNotEndTheThread() {
        var calls = new AtomicInteger();
        when(work.runNext(anyString())).thenAnswer(call -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("database away");
            }
            return false;
        });
        var worker = worker(1, Duration.ofSeconds(10));
        worker.start();
        await().until(() -> calls.get() == 1);
        wakeUp.afterCommit();
        await().until(() -> calls.get() >= 2);
        worker.stop();
    }
}
