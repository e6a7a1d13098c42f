package io.imprimatur.screening.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Detector;
import io.imprimatur.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@IntegrationTest
class ScreeningAloneTest {
    @Autowired
    ApplicationContext server;

    @Test
    void theCommandLineHasEveryDetectorOfTheServer() {
        try (var alone = new AnnotationConfigApplicationContext()) {
            alone.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            alone.register(ScreeningAlone.class);
            alone.refresh();

            assertThat(alone.getBeanNamesForType(Detector.class))
                    .isNotEmpty()
                    .containsExactlyInAnyOrder(server.getBeanNamesForType(Detector.class));
        }
    }
}
