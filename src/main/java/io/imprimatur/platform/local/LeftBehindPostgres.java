package io.imprimatur.platform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that a killed process left running on these files, found by its {@code postmaster.pid}. */
final class LeftBehindPostgres {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehindPostgres.class);

    private final Path files;
    private final PostgresCommands commands;

    LeftBehindPostgres(Path files, PostgresCommands commands) {
        this.files = files;
        this.commands = commands;
    }

    /**
     * Stops it, which also ends what its sessions still hold. A process id that now belongs to some other program is left
     * alone; the stale file would keep PostgreSQL from starting, so it goes.
     */
    void stop() throws IOException {
        var pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (process(pidFile).filter(LeftBehindPostgres::isPostgres).isPresent()) {
            LOG.info("Stopping the PostgreSQL that an earlier run left behind");
            commands.stop(files);
        } else {
            Files.delete(pidFile);
        }
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        var lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }
}
