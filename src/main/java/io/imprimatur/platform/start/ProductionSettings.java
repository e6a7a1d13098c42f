package io.imprimatur.platform.start;

import io.imprimatur.platform.CannotStart;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.env.Environment;

/** What the profile {@code prod} must be given through the environment. */
final class ProductionSettings {
    private static final String PASSWORD = "IMPRIMATUR_DB_PASSWORD";
    private static final String OWNER_PASSWORD = "IMPRIMATUR_DB_OWNER_PASSWORD";
    private static final String BASE_URL = "IMPRIMATUR_BASE_URL";
    private static final List<String> REQUIRED = List.of(
            "IMPRIMATUR_DB_URL", PASSWORD, OWNER_PASSWORD, BASE_URL, "IMPRIMATUR_MAIL_FROM", "IMPRIMATUR_SMTP_HOST");
    private static final Set<String> TRIED_FIRST = Set.of(
            "password",
            "passwort",
            "postgres",
            "imprimatur",
            "imprimatur_app",
            "imprimatur_owner",
            "changeme",
            "change-me",
            "secret",
            "admin",
            "administrator",
            "default",
            "example",
            "test");
    private static final int SHORTEST = 12;

    private final Environment environment;

    ProductionSettings(Environment environment) {
        this.environment = environment;
    }

    /** @throws CannotStart when one is missing or would be guessed */
    void require() {
        var missing = REQUIRED.stream().filter(name -> value(name).isBlank()).toList();
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "The profile prod needs the environment variables " + String.join(", ", missing) + "; set them.");
        }
        requireStrong(PASSWORD);
        requireStrong(OWNER_PASSWORD);
        requireEncrypted();
        if (value(PASSWORD).equals(value(OWNER_PASSWORD))) {
            throw new CannotStart(
                    PASSWORD + " and " + OWNER_PASSWORD + " are the same; give the two roles passwords of their own.");
        }
    }

    private void requireEncrypted() {
        if (!value(BASE_URL).startsWith("https://")) {
            throw new CannotStart(BASE_URL + " must begin with https://, since session cookies travel encrypted only.");
        }
    }

    private void requireStrong(String name) {
        var password = value(name);
        if (password.length() < SHORTEST || isTriedFirst(password)) {
            throw new CannotStart(name + " is a password that is guessed too easily; choose a random one of at least "
                    + SHORTEST + " characters.");
        }
    }

    private static boolean isTriedFirst(String password) {
        var plain = password.toLowerCase(Locale.ROOT).replaceAll("[0-9!._-]+$", "");
        return TRIED_FIRST.contains(plain) || password.chars().distinct().count() < 5;
    }

    private String value(String name) {
        return Objects.requireNonNullElse(environment.getProperty(name), "");
    }
}
