package io.imprimatur.publishing.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.publishing.internal.PublishingFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class PublishingPropertiesTest {
    private static final String SITE = "imprimatur.publishing.wordpress.";

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PublishingProperties.class)
    static class Bound {}

    @Test
    void needNoConfigurationAtAll() {
        start.run(context -> assertThat(
                        context.getBean(PublishingProperties.class).worker().threads())
                .isPositive());
    }

    @ParameterizedTest
    @CsvSource({
        "https://blog.example.org, imprimatur, secret, true",
        "http://127.0.0.1:18081,   imprimatur, secret, true",
        "http://blog.example.org,  imprimatur, secret, false",
        "ftp://blog.example.org,   imprimatur, secret, false",
        "https://blog.example.org, '',         secret, false",
        "https://blog.example.org, imprimatur, '',     false"
    })
    void takeAWordPressSiteOnlyWithAnAccountAndAConfidentialAddress(
            String url, String user, String password, boolean taken) {
        start.withPropertyValues(SITE + "url=" + url, SITE + "user=" + user, SITE + "password=" + password)
                .run(context -> assertThat(context.getStartupFailure() == null).isEqualTo(taken));
    }

    @Test
    void keepThePasswordOutOfTexts() {
        start.withPropertyValues(SITE + "url=https://blog.example.org", SITE + "user=u", SITE + "password=s3cret")
                .run(context -> assertThat(
                                context.getBean(PublishingProperties.class).toString())
                        .doesNotContain("s3cret"));
    }

    @Test
    void doubleTheDelayUpToTheLongest() {
        var retry = PublishingFixture.properties().retry();
        assertThat(retry.delayAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(retry.delayAfter(3)).isEqualTo(Duration.ofSeconds(40));
        assertThat(retry.delayAfter(100)).isEqualTo(Duration.ofMinutes(10));
    }
}
