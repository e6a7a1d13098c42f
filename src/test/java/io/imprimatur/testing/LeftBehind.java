package io.imprimatur.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL that a killed application leaves running. */
public final class LeftBehind {
    private LeftBehind() {}

    /** Its process, while it runs. */
    public static Optional<ProcessHandle> in(Path dataDir) {
        var pidFile = dataDir.resolve("database").resolve("postmaster.pid");
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void stop(Path dataDir) {
        in(dataDir).ifPresent(postgres -> {
            postgres.destroy();
            postgres.onExit().join();
        });
    }
}
