package io.imprimatur.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the real program as a command, to its end. */
public record ConsoleRun(int exitCode, String out, String err) {
    private static final int PATIENCE_MINUTES = 4;

    /** @param folder where it runs, and where its output is kept */
    public static ConsoleRun of(Path folder, byte[] standardInput, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                RunningApp.classPath(),
                "io.imprimatur.Imprimatur"));
        command.addAll(List.of(arguments));
        try {
            var in = Files.write(folder.resolve("standard-input"), standardInput);
            var out = folder.resolve("standard-output");
            var err = folder.resolve("standard-error");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().remove("JAVA_TOOL_OPTIONS"); // Java announces it on standard error
            var process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("The command does not end");
            }
            return new ConsoleRun(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
