package io.imprimatur.testing;

import io.imprimatur.publishing.internal.PublicationWork;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Does what the job executor and the publishing worker would do, when a test says so and in the test's own thread. */
public final class DueWork {
    private static final int TOO_MANY = 1_000;

    private DueWork() {}

    /** Runs the jobs that are due now, without timers of later; then takes the steps of publications; until neither is due. */
    public static void run(ManagementService engine, PublicationWork publications) {
        repeat(() -> runJobs(engine) | publications.runNext("test"));
    }

    private static boolean runJobs(ManagementService engine) {
        var due = engine.createJobQuery().executable().list();
        due.stream().map(Job::getId).forEach(engine::executeJob);
        return !due.isEmpty();
    }

    private static void repeat(BooleanSupplier step) {
        for (int steps = 0; step.getAsBoolean(); steps++) {
            if (steps > TOO_MANY) {
                throw new AssertionError("There is always something due");
            }
        }
    }
}
