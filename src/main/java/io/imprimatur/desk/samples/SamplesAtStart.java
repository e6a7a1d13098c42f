package io.imprimatur.desk.samples;

import io.imprimatur.desk.DeskProperties;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.People;
import io.imprimatur.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the samples' stories in the background once the application is up, and stops when all are told. */
@Component
@Profile("local")
@ConditionalOnProperty("imprimatur.local.samples")
class SamplesAtStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SamplesAtStart.class);

    private final SampleTeller teller;
    private final People people;
    private final CurrentPerson currentPerson;
    private final DeskProperties properties;
    private final Clock clock;
    private final Thread thread = new Thread(this::tellAll, "samples");
    private volatile boolean running;

    SamplesAtStart(
            SampleTeller teller, People people, CurrentPerson currentPerson, DeskProperties properties, Clock clock) {
        this.teller = teller;
        this.people = people;
        this.currentPerson = currentPerson;
        this.properties = properties;
        this.clock = clock;
        thread.setDaemon(true);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        running = true;
        thread.start();
    }

    private void tellAll() {
        Instant end = clock.instant().plus(properties.samplePatience());
        var open = new ArrayList<>(SampleBook.SAMPLES);
        while (running && !open.isEmpty() && clock.instant().isBefore(end)) {
            open.removeIf(this::isTold);
            pause();
        }
        if (open.isEmpty()) {
            LOG.info("The sample posts are in their places.");
        }
    }

    /** Goes as far as it can. What somebody does by hand meanwhile may stop a story for good; that harms nobody. */
    private boolean isTold(Sample sample) {
        try {
            while (running) {
                var actor = teller.next(sample).flatMap(people::find);
                if (actor.isEmpty()) {
                    return true;
                }
                var progress = new ArrayList<>(List.of(SampleTeller.Progress.WAITING));
                currentPerson.runAs(actor.get(), () -> progress.set(0, teller.tell(sample)));
                if (progress.get(0) == SampleTeller.Progress.WAITING) {
                    return false;
                }
            }
            return true;
        } catch (Refusal refused) {
            LOG.info("The sample post {} stays where it is: {}.", sample.name(), refused.code());
            return true;
        } catch (RuntimeException failed) {
            LOG.warn(
                    "The sample post {} is tried again: {}.",
                    sample.name(),
                    failed.getClass().getName());
            return false;
        }
    }

    @SuppressWarnings("ThreadJoinLoop")
    private void pause() {
        try {
            Thread.sleep(properties.samplePause().toMillis());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    @Override
    public void start() {
        // begun when the application is ready, so that the start is quick
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(properties.samplePatience().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
