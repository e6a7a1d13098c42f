package io.imprimatur.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The real application in a process of its own, with the profile {@code local}, free ports and a data folder that
 * survives it; so a test may kill it at any moment and start it again. Its output is in {@code output.log} of the folder named after it.
 */
public final class RunningApp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path dataDir;
    private final int port = freePort();
    private final Map<String, String> properties = new TreeMap<>();
    private final Map<String, String> environment = new TreeMap<>();
    private @Nullable Process process;

    private RunningApp(Path dataDir) {
        this.dataDir = dataDir;
        properties.put("server.port", String.valueOf(port));
        properties.put("imprimatur.local.data-dir", dataDir.toString());
        properties.put("imprimatur.local.programs-dir", TestPostgres.PROGRAMS.toString());
        properties.put("imprimatur.local.smtp-port", "0");
        properties.put("imprimatur.local.imap-port", "0");
        properties.put("imprimatur.local.sandbox", "false");
        properties.put("imprimatur.local.sandbox-port", "0");
        properties.put("imprimatur.local.samples", "false");
    }

    /** Prepares it; {@link #start} starts it. Without further properties there are no sample posts. */
    public static RunningApp in(Path dataDir) {
        return new RunningApp(dataDir);
    }

    /** Sets a property for the starts to come. */
    public RunningApp with(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Sets an environment variable for the starts to come. */
    public RunningApp withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts it and waits until it says that it is well. */
    public RunningApp start() {
        launch();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> !isAlive() || isWell());
        if (!isAlive()) {
            throw new AssertionError("The application ended with exit code " + exitCode() + ":\n" + lastOutput());
        }
        return this;
    }

    /** Starts it without waiting, for a test that expects it to fail. */
    public RunningApp launch() {
        try {
            Files.createDirectories(outputFolder());
            var builder = new ProcessBuilder(command())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                    .redirectError(ProcessBuilder.Redirect.to(errors().toFile()));
            builder.environment().remove("JAVA_TOOL_OPTIONS"); // Java announces it on standard error
            builder.environment().putAll(environment);
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: it gets no chance to tidy up, and its PostgreSQL runs on. */
    public RunningApp kill() {
        end(running().destroyForcibly());
        return this;
    }

    /** SIGTERM: it ends its work and stops its PostgreSQL. */
    public RunningApp stop() {
        running().destroy();
        end(running());
        return this;
    }

    /** Waits until it ended by itself. */
    public int exitCode() {
        end(running());
        return running().exitValue();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Speaks to it as that person, with HTTP Basic and the person's id as password. */
    public RestClientAs as(String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }

    /** Speaks to it without saying who. */
    public RestClientAs anonymously() {
        return new RestClientAs("http://127.0.0.1:" + port, null);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public Path dataDir() {
        return dataDir;
    }

    /** What the last start wrote to standard error. */
    public String standardError() {
        return read(errors());
    }

    /** What all starts wrote to standard output. */
    public String standardOutput() {
        return read(output());
    }

    /** Stops it, or what a kill left of it. */
    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
        LeftBehind.stop(dataDir);
    }

    private boolean isWell() {
        return anonymously().get("/actuator/health").statusCode() == 200;
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "io.imprimatur.Imprimatur"));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    /** The tests' class path without the tests, whose beans and settings have no place in it. */
    static String classPath() {
        var tests = Path.of("target", "test-classes").toAbsolutePath();
        return String.join(
                System.getProperty("path.separator"),
                Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                        .map(entry -> Path.of(entry).toAbsolutePath())
                        .filter(entry -> !entry.equals(tests))
                        .map(Path::toString)
                        .toList());
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("It was not started");
        }
        return process;
    }

    private void end(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The application does not end:\n" + lastOutput());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastOutput() {
        var all = standardOutput();
        return standardError() + all.substring(Math.max(0, all.length() - 6000));
    }

    private Path outputFolder() {
        return Path.of(dataDir + "-output");
    }

    private Path output() {
        return outputFolder().resolve("output.log");
    }

    private Path errors() {
        return outputFolder().resolve("errors.log");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
