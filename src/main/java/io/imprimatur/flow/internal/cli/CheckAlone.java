package io.imprimatur.flow.internal.cli;

import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The check of the server, with its settings and the building blocks that each module lists, without web server, database
 * and engine. No stereotype marks this class, so the server does not find it.
 */
@ComponentScan(
        basePackages = "io.imprimatur",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.imprimatur\\..*\\.([A-Za-z]*Blocks|HouseStages|CheckSetUp)"))
@ConfigurationPropertiesScan({"io.imprimatur.flow.internal", "io.imprimatur.review.internal"})
class CheckAlone {
    private static final Map<String, Object> QUIET =
            Map.of("logging.threshold.console", "OFF", "spring.main.register-shutdown-hook", "false");

    static ConfigurableApplicationContext start(List<String> settings) {
        var application = new SpringApplication(CheckAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        application.setDefaultProperties(QUIET);
        application.setInitializers(List.of());
        return application.run(settings.toArray(String[]::new));
    }
}
