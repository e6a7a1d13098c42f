package io.imprimatur.platform.local;

import io.imprimatur.platform.start.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * In the profile {@code local} starts PostgreSQL before the first bean is made and stops it after the last one is gone.
 * A {@code spring.datasource.url} of one's own keeps it from starting.
 */
final class LocalDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String DATABASE = "imprimatur";
    private static final String ADDRESS = "127.0.0.1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("local"))
                || environment.containsProperty("spring.datasource.url")) {
            return;
        }
        var local = Binder.get(environment).bindOrCreate("imprimatur.local", LocalProperties.class);
        var folder = DataFolder.take(local.dataDir());
        Ports.requireHttpFree(environment);
        Ports.requireFree(ADDRESS, local.smtpPort(), "imprimatur.local.smtp-port");
        Ports.requireFree(ADDRESS, local.imapPort(), "imprimatur.local.imap-port");
        var programs = local.programsDir() != null
                ? local.programsDir()
                : folder.path().resolve("programs");
        var postgres = LocalPostgres.start(folder.path(), programs, Map.of(), local.databasePatience());
        SpringApplication.getShutdownHandlers().add(() -> stop(postgres, folder));
        var databases = postgres.databases();
        var passwords = databases.roles();
        databases.database(DATABASE);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("local database", properties(postgres.url(DATABASE), passwords)));
    }

    /** The two connections that the application needs: the one it runs with and the one that migrates. */
    static Map<String, Object> properties(String url, Map<String, String> passwords) {
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                LocalDatabases.RUNTIME,
                "spring.datasource.password",
                String.valueOf(passwords.get(LocalDatabases.RUNTIME)),
                "spring.liquibase.url",
                url,
                "spring.liquibase.user",
                LocalDatabases.OWNER,
                "spring.liquibase.password",
                String.valueOf(passwords.get(LocalDatabases.OWNER)));
    }

    private static void stop(LocalPostgres postgres, DataFolder folder) {
        postgres.close();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
