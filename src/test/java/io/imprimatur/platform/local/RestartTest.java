package io.imprimatur.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.testing.LeftBehind;
import io.imprimatur.testing.RunningApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program with its PostgreSQL, killed and stopped. */
@Tag("fault-campaign")
class RestartTest {
    @Test
    void keepsItsDataThroughAKillAndAStop(@TempDir Path folder) throws Exception {
        try (var app = RunningApp.in(folder.resolve("data")).start()) {
            var address = draft(app);
            assertOnlyItsOwnerReads(app.dataDir());
            assertOnlyThisMachineReaches(app);

            app.kill();
            var leftBehind = LeftBehind.in(app.dataDir()).orElseThrow();
            assertThat(leftBehind.isAlive()).isTrue();

            app.start();
            assertThat(leftBehind.isAlive()).isFalse();
            assertThat(app.as("author").get(address).statusCode()).isEqualTo(200);
            assertThat(app.as("compliance")
                            .get("/api/ledger/verification")
                            .json()
                            .path("intact")
                            .asBoolean())
                    .isTrue();

            app.stop();
            assertThat(LeftBehind.in(app.dataDir())).isEmpty();
            assertThat(app.standardError()).isEmpty();
        }
    }

    private static String draft(RunningApp app) {
        var answer = app.as("author")
                .post(
                        "/api/contents",
                        Map.of(
                                "kind",
                                "ANNOUNCEMENT",
                                "title",
                                "Open day",
                                "body",
                                "Come in.",
                                "channels",
                                List.of("newsroom")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.header("Location").replace(app.url(), "");
    }

    private static void assertOnlyItsOwnerReads(Path dataDir) throws Exception {
        for (var secret : List.of("", "database")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve(secret))))
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve("database.password"))))
                .isEqualTo("rw-------");
    }

    private static void assertOnlyThisMachineReaches(RunningApp app) throws Exception {
        var pid = Files.readAllLines(app.dataDir().resolve("database").resolve("postmaster.pid"));
        assertThat(pid.get(5)).as("address that PostgreSQL listens on").isEqualTo("127.0.0.1");
    }
}
