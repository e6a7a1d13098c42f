package io.imprimatur.testing;

import io.imprimatur.platform.local.LocalDatabases;
import io.imprimatur.platform.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL for the whole test run, started when it is first asked for; it forgets everything at its end. */
public final class TestPostgres {
    /** Where PostgreSQL's programs are unpacked once for all tests. */
    public static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    private static final Map<String, String> SETTINGS = Map.of(
            "fsync",
            "off",
            "synchronous_commit",
            "off",
            "full_page_writes",
            "off",
            "deadlock_timeout",
            "50ms",
            "max_connections",
            "300");

    private final LocalPostgres server;
    private final Map<String, String> passwords;
    private final AtomicInteger made = new AtomicInteger();

    private TestPostgres() {
        var folder = newFolder();
        server = LocalPostgres.start(folder, PROGRAMS, SETTINGS, Duration.ofMinutes(1));
        SpringApplication.getShutdownHandlers().add(() -> stop(folder));
        passwords = server.databases().roles();
    }

    public static TestPostgres get() {
        return Holder.INSTANCE;
    }

    /** Makes an empty database. */
    public TestDatabase newDatabase() {
        var name = "test_" + made.incrementAndGet();
        server.databases().database(name);
        return new TestDatabase(
                server.url(name),
                String.valueOf(passwords.get(LocalDatabases.OWNER)),
                String.valueOf(passwords.get(LocalDatabases.RUNTIME)));
    }

    private void stop(Path folder) {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("imprimatur-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final TestPostgres INSTANCE = new TestPostgres();
    }
}
