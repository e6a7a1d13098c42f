package io.imprimatur.publishing.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.publishing.internal.PublishingFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class PublishingPropertiesTest {
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

    @Test
    void doubleTheDelayUpToTheLongest() {
        var retry = PublishingFixture.properties().retry();
        assertThat(retry.delayAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(retry.delayAfter(3)).isEqualTo(Duration.ofSeconds(40));
        assertThat(retry.delayAfter(100)).isEqualTo(Duration.ofMinutes(10));
    }
}
