package io.imprimatur.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftBehindPostgresTest {
    @ParameterizedTest
    @ValueSource(strings = {"self", "999999999", "nonsense", ""})
    void leavesAProgramAloneThatOnlyHasTheSameId(String id, @TempDir Path files) throws Exception {
        var self = String.valueOf(ProcessHandle.current().pid());
        var pidFile = Files.writeString(files.resolve("postmaster.pid"), id.equals("self") ? self + "\n/data\n" : id);
        // programs that do not exist: running one would throw
        var commands = new PostgresCommands(files.resolve("nowhere"), files.resolve("log"), Duration.ofSeconds(1));
        new LeftBehindPostgres(files, commands).stop();
        assertThat(pidFile).doesNotExist();
    }
}
