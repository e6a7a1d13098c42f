package io.imprimatur.platform.local;

import io.imprimatur.platform.CannotStart;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own programs {@code initdb} and {@code pg_ctl}; what they say goes to a log file. */
final class PostgresCommands {
    private final Path home;
    private final Path log;
    private final Duration patience;

    PostgresCommands(Path home, Path log, Duration patience) {
        this.home = home;
        this.log = log;
        this.patience = patience;
    }

    /** Sorts and folds by Unicode code points, so that the files mean the same on every machine. */
    void initialize(Path files, Path passwordFile) {
        require(
                "initdb",
                List.of(
                        "-D",
                        files.toString(),
                        "--username=postgres",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF-8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
    }

    void start(Path files, List<String> options) {
        require("pg_ctl", control(files, "start", "-l", log.toString(), "-o", String.join(" ", options)));
    }

    /** @return whether a server was stopped */
    boolean stop(Path files) {
        return run("pg_ctl", control(files, "stop", "-m", "fast")) == 0;
    }

    private List<String> control(Path files, String action, String... more) {
        var arguments = new ArrayList<>(
                List.of(action, "-D", files.toString(), "-w", "-t", String.valueOf(patience.toSeconds())));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private void require(String program, List<String> arguments) {
        if (run(program, arguments) != 0) {
            throw new CannotStart("The embedded PostgreSQL did not start; its reason is at the end of " + log + ".");
        }
    }

    private int run(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is not
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(patience.plus(patience).toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new CannotStart("The embedded PostgreSQL could not be run from " + home + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
