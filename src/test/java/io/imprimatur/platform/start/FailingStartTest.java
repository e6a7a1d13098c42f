package io.imprimatur.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.testing.RunningApp;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real program, started so that it must fail: one sentence on standard error, exit code 1. */
class FailingStartTest {
    private final Path folder;

    FailingStartTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"server.port", "imprimatur.local.smtp-port", "imprimatur.local.imap-port"})
    void namesThePortThatIsTaken(String setting) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var app = app().with(setting, String.valueOf(taken.getLocalPort()));
            assertThat(failure(app))
                    .isEqualTo("The port " + taken.getLocalPort()
                            + " is taken by another program; stop that, or choose another port with --" + setting
                            + "=<port>.");
        }
    }

    @Test
    void namesTheDataFolderThatCannotBeWritten() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var app = app().with("imprimatur.local.data-dir", file.resolve("data").toString());
        assertThat(failure(app)).startsWith("The data folder " + file + "/data cannot be written;");
    }

    @Test
    void saysThatAnotherOneUsesTheDataFolder() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        try (var lock = FileChannel.open(
                        data.resolve("imprimatur.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(failure(app())).startsWith("Another Imprimatur is already running with the data folder " + data);
        }
    }

    @Test
    void saysWhyPostgresDoesNotStart() throws Exception {
        var database = Files.createDirectories(folder.resolve("data").resolve("database"));
        Files.writeString(database.resolve("PG_VERSION"), "9.6");
        assertThat(failure(app())).startsWith("The embedded PostgreSQL did not start; its reason is at the end of ");
    }

    @Test
    void refusesASettingThatDoesNotFit() {
        assertThat(failure(app().with("server.port", "eighty"))).contains("server.port");
    }

    private RunningApp app() {
        return RunningApp.in(folder.resolve("data"));
    }

    private static String failure(RunningApp app) {
        assertThat(app.launch().exitCode()).isEqualTo(1);
        assertThat(app.standardOutput()).doesNotContain("\tat ").doesNotContain("APPLICATION FAILED");
        var lines = app.standardError().lines().toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
