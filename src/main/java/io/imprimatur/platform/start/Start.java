package io.imprimatur.platform.start;

import org.springframework.boot.SpringApplication;

/**
 * Starts the application, or says in one sentence on standard error why it cannot and ends with exit code 1. With another
 * command than {@code serve} it runs that and ends with its exit code.
 */
public final class Start {
    private static final int FAILED = 1;

    private Start() {}

    public static void run(Class<?> application, String[] arguments) {
        var console = new Console();
        if (console.isFor(arguments)) {
            System.exit(console.run(arguments));
        }
        try {
            SpringApplication.run(application, CommandLine.checked(arguments));
        } catch (Throwable failure) {
            System.err.println(StartFailure.sentence(failure)
                    .orElse("Imprimatur cannot start because of an unexpected failure; the log has its details."));
            System.exit(FAILED);
        }
    }
}
