package io.imprimatur.screening.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BarcodeFormat;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Severity;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever keeps text from being read, a reviewer is asked to look. */
class UnavailableReaderTest {
    private static final byte[] WITH_CODE = Drawings.png(Drawings.paper(
            700,
            500,
            Color.WHITE,
            graphics -> graphics.drawImage(Drawings.code(BarcodeFormat.QR_CODE, "48211936", 300, 300), 50, 50, null)));

    @Test
    void noNativeCodeOrNoLanguageDataIsUnavailable() {
        var reading = read(() -> {
            throw new Unreadable(Doubt.UNAVAILABLE);
        });

        assertThat(reading.doubts()).containsExactly(Doubt.UNAVAILABLE);
        assertThat(reading.codes()).as("codes are read all the same").containsExactly("48211936");
    }

    @Test
    void anEngineThatCrashesIsUnavailableAndNotUsedAgain() {
        var closed = new AtomicInteger();
        var reading = read(() -> engine(
                () -> {
                    throw new IllegalStateException("crashed");
                },
                closed));

        assertThat(reading.doubts()).containsExactly(Doubt.UNAVAILABLE);
        assertThat(closed).hasValue(1);
    }

    @Test
    void anEngineThatDoesNotComeBackIsNotWaitedFor() {
        var never = new CountDownLatch(1);
        var readers = new ImageReaders(
                () -> engine(() -> awaited(never), new AtomicInteger()),
                Bounds.with(true, 100, Duration.ofMillis(300)));

        assertThat(readers.read(WITH_CODE).doubts()).containsExactly(Doubt.TIMED_OUT);
        never.countDown();
        readers.destroy();
    }

    @Test
    void anImageForWhichThereIsNoRoomIsBusy() throws InterruptedException, ExecutionException {
        var never = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var readers = new ImageReaders(
                () -> engine(
                        () -> {
                            begun.countDown();
                            awaited(never);
                        },
                        new AtomicInteger()),
                Bounds.usual());
        var atWork = inBackground(readers);
        begun.await();
        var waiting = inBackground(readers);
        await().until(() -> readers.waiting() == 1);

        assertThat(readers.read(WITH_CODE).doubts()).containsExactly(Doubt.BUSY);

        never.countDown();
        assertThat(atWork.get().doubts()).isEmpty();
        assertThat(waiting.get().doubts()).isEmpty();
        readers.destroy();
    }

    @Test
    void whenItIsSwitchedOffThatIsSaidAndCodesAreReadAllTheSame() {
        var readers = new ImageReaders(
                () -> {
                    throw new AssertionError("no engine is opened");
                },
                Bounds.with(false, 100, Duration.ofSeconds(60)));
        readers.warmUp();

        var reading = readers.read(WITH_CODE);
        readers.destroy();

        assertThat(reading.doubts()).containsExactly(Doubt.OFF);
        assertThat(reading.codes()).containsExactly("48211936");
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void everyDoubtIsAFindingForReviewWithItsSentence(Doubt doubt) {
        assertThat(ImageFindings.of(ImageReading.nothing(doubt)))
                .allMatch(finding -> finding.severity() == Severity.REVIEW)
                .allMatch(Finding::isOfWhole)
                .anyMatch(finding -> finding.advice().startsWith(doubt.sentence()));
    }

    @Test
    void onlyWhatAnotherTryCannotTellBetterIsRemembered() {
        var remembered = new RememberedReadings(2);
        remembered.keep("late", ImageReading.nothing(Doubt.TIMED_OUT));
        remembered.keep("one", new ImageReading("One", List.of(), Set.of()));
        remembered.keep("two", new ImageReading("Two", List.of(), Set.of()));
        remembered.find("one");
        remembered.keep("three", new ImageReading("Three", List.of(), Set.of(Doubt.ILLEGIBLE)));

        assertThat(remembered.find("late")).isEmpty();
        assertThat(remembered.find("two"))
                .as("the one asked for longest ago went")
                .isEmpty();
        assertThat(remembered.find("one")).isPresent();
        assertThat(remembered.find("three")).isPresent();
    }

    private static ImageReading read(TextEngines engines) {
        var readers = new ImageReaders(engines, Bounds.usual());
        try {
            return readers.read(WITH_CODE);
        } finally {
            readers.destroy();
        }
    }

    private static FutureTask<ImageReading> inBackground(ImageReaders readers) {
        var task = new FutureTask<>(() -> readers.read(WITH_CODE));
        new Thread(task).start();
        return task;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static TextEngine engine(Runnable work, AtomicInteger closed) {
        return new TextEngine() {
            @Override
            public List<Line> lines(BufferedImage grey, Deadline deadline) {
                work.run();
                return List.of();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
