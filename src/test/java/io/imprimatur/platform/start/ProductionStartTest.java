package io.imprimatur.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.testing.RunningApp;
import io.imprimatur.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program with the profile {@code prod} and a PostgreSQL that is not its own. */
class ProductionStartTest {
    private final RunningApp app;

    ProductionStartTest(@TempDir Path folder) {
        app = RunningApp.in(folder.resolve("unused")).withEnvironment("SPRING_PROFILES_ACTIVE", "prod");
    }

    @Test
    void refusesToStartWithoutItsSecrets() {
        assertThat(app.launch().exitCode()).isEqualTo(1);
        assertThat(app.standardError().lines())
                .containsExactly("The profile prod needs the environment variables IMPRIMATUR_DB_URL,"
                        + " IMPRIMATUR_DB_PASSWORD, IMPRIMATUR_DB_OWNER_PASSWORD, IMPRIMATUR_BASE_URL,"
                        + " IMPRIMATUR_MAIL_FROM, IMPRIMATUR_SMTP_HOST; set them.");
    }

    @Test
    void runsWithoutDemoPeopleInboxAndDataFolder() {
        var database = TestPostgres.get().newDatabase();
        app.withEnvironment("IMPRIMATUR_DB_URL", database.url())
                .withEnvironment("IMPRIMATUR_DB_PASSWORD", database.runtimePassword())
                .withEnvironment("IMPRIMATUR_DB_OWNER_PASSWORD", database.ownerPassword())
                .withEnvironment("IMPRIMATUR_BASE_URL", "https://imprimatur.example.org")
                .withEnvironment("IMPRIMATUR_MAIL_FROM", "imprimatur@example.org")
                .withEnvironment("IMPRIMATUR_SMTP_HOST", "mail.example.org")
                .withEnvironment("IMPRIMATUR_ADMIN_PASSWORD", "71d02c9a4be8f635");
        try (app) {
            app.start();
            assertThat(app.as("author").get("/api/contents").statusCode()).isEqualTo(401);
            assertThat(app.anonymously().get("/inbox").statusCode()).isNotEqualTo(200);
            assertThat(app.dataDir()).doesNotExist();
        }
    }
}
