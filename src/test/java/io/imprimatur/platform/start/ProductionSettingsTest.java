package io.imprimatur.platform.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.platform.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTest {
    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("IMPRIMATUR_DB_URL", "jdbc:postgresql://db/imprimatur")
            .withProperty("IMPRIMATUR_BASE_URL", "https://imprimatur.example.org")
            .withProperty("IMPRIMATUR_MAIL_FROM", "imprimatur@example.org")
            .withProperty("IMPRIMATUR_SMTP_HOST", "mail.example.org")
            .withProperty("IMPRIMATUR_DB_PASSWORD", "f3b1c0d9a877")
            .withProperty("IMPRIMATUR_DB_OWNER_PASSWORD", "77aa0192cdfe");

    @Test
    void takesRandomPasswords() {
        assertThatCode(() -> new ProductionSettings(environment).require()).doesNotThrowAnyException();
    }

    @Test
    void namesAllThatIsMissing() {
        environment.setProperty("IMPRIMATUR_DB_URL", " ");
        environment.setProperty("IMPRIMATUR_DB_PASSWORD", "");
        assertThatThrownBy(() -> new ProductionSettings(environment).require())
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "The profile prod needs the environment variables IMPRIMATUR_DB_URL, IMPRIMATUR_DB_PASSWORD;"
                                + " set them.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"imprimatur_app", "imprimatur_owner", "Postgres2026", "Password1234!", "aaaaaaaaaaaa", "short1"})
    void refusesAPasswordThatIsGuessed(String password) {
        environment.setProperty("IMPRIMATUR_DB_PASSWORD", password);
        assertThatThrownBy(() -> new ProductionSettings(environment).require())
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("IMPRIMATUR_DB_PASSWORD ")
                .hasMessageNotContaining(password);
    }

    @Test
    void refusesOnePasswordForBothRoles() {
        environment.setProperty("IMPRIMATUR_DB_PASSWORD", "77aa0192cdfe");
        assertThatThrownBy(() -> new ProductionSettings(environment).require())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("are the same");
    }

    @Test
    void refusesAnAddressWithoutEncryption() {
        environment.setProperty("IMPRIMATUR_BASE_URL", "http://imprimatur.example.org");
        assertThatThrownBy(() -> new ProductionSettings(environment).require())
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("IMPRIMATUR_BASE_URL must begin with https://");
    }

    @Test
    void refusesToRunLocallyAndInProductionAtOnce() {
        environment.setActiveProfiles("local", "prod");
        assertThatThrownBy(this::check).isInstanceOf(CannotStart.class).hasMessageContaining("exclude each other");
    }

    @Test
    void refusesToRunAsNeither() {
        environment.setActiveProfiles("staging");
        assertThatThrownBy(this::check).isInstanceOf(CannotStart.class).hasMessageContaining("local or prod");
    }

    private void check() {
        try (var context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new StartChecks().initialize(context);
        }
    }
}
