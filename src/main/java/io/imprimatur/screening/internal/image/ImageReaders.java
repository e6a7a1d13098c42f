package io.imprimatur.screening.internal.image;

import io.imprimatur.screening.internal.image.ImageDecoder.Picture;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads images on threads of its own, with one engine at a time for each that is being read. */
@Component
class ImageReaders implements DisposableBean {
    private final TextEngines engines;
    private final OcrProperties bounds;
    private final ImageDecoder decoder;
    private final ReadingThreads threads;
    private final Queue<TextEngine> idle = new ConcurrentLinkedQueue<>();

    ImageReaders(TextEngines engines, OcrProperties bounds) {
        this.engines = engines;
        this.bounds = bounds;
        this.decoder = new ImageDecoder(bounds.maxPixels());
        this.threads = new ReadingThreads(bounds.parallel(), bounds.maxWaiting());
    }

    /** Loads the native code and the language data, so that the first image does not wait for them. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        if (bounds.enabled()) {
            threads.offer(this::openOne);
        }
    }

    private void openOne() {
        try {
            idle.add(engines.open());
        } catch (Unreadable saidWithEachImage) {
            // Every image will say so to its reviewer.
        }
    }

    /** What stands in the image; whatever goes wrong is a doubt, never an exception. */
    ImageReading read(byte[] bytes) {
        var deadline = Deadline.in(bounds.timeout());
        return threads.run(() -> readNow(bytes, deadline), deadline);
    }

    /** How many images wait for their turn. */
    int waiting() {
        return threads.waiting();
    }

    private ImageReading readNow(byte[] bytes, Deadline deadline) {
        try {
            deadline.require();
            var picture = decoder.decode(bytes);
            var codes = new ImageReading("", CodeReader.codes(picture.grey()), Set.of());
            var reading = withText(codes, picture, deadline);
            return picture.animated() ? reading.doubting(Doubt.ANIMATED) : reading;
        } catch (Unreadable image) {
            return ImageReading.nothing(image.doubt());
        }
    }

    private ImageReading withText(ImageReading codes, Picture picture, Deadline deadline) {
        if (!bounds.enabled()) {
            return codes.doubting(Doubt.OFF);
        }
        try {
            var found = search(picture, deadline);
            var reading = codes.printing(found.text(), bounds.maxCharacters());
            return found.unsure() ? reading.doubting(Doubt.ILLEGIBLE) : reading;
        } catch (Unreadable text) {
            return codes.doubting(text.doubt());
        }
    }

    /** An engine that failed is not used again. */
    private TextSearch.Text search(Picture picture, Deadline deadline) throws Unreadable {
        var engine = idleOrNew();
        try {
            var found = TextSearch.in(picture.grey(), engine, deadline);
            idle.add(engine);
            return found;
        } catch (Unreadable late) {
            idle.add(engine);
            throw late;
        } catch (RuntimeException | LinkageError crashed) {
            engine.close();
            throw new Unreadable(Doubt.UNAVAILABLE);
        }
    }

    private TextEngine idleOrNew() throws Unreadable {
        @Nullable TextEngine engine = idle.poll();
        return engine == null ? engines.open() : engine;
    }

    /** Native memory of an engine that is still at work is left to the end of the process. */
    @Override
    public void destroy() {
        if (threads.end()) {
            for (var engine = idle.poll(); engine != null; engine = idle.poll()) {
                engine.close();
            }
        }
    }
}
