package io.imprimatur.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class CookieDefaultsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.servlet.session.cookie.secure",
                "server.servlet.session.cookie.http-only",
                "camunda.bpm.webapp.csrf.enable-secure-cookie",
                "camunda.bpm.authorization.enabled"
            })
    void areStrictWhereverTheProfileLocalDoesNotLoosenThem(String property) throws IOException {
        assertThat(configured(property)).isEqualTo(true);
    }

    @Test
    void createNoAdministratorUnlessAPasswordIsGiven() throws IOException {
        assertThat(configured("imprimatur.identity.first-admin.password")).isEqualTo("${IMPRIMATUR_ADMIN_PASSWORD:}");
    }

    private static Object configured(String property) throws IOException {
        return new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml")).stream()
                        .map(source -> source.getProperty(property))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
    }
}
