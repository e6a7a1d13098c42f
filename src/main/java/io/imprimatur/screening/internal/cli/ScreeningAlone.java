package io.imprimatur.screening.internal.cli;

import io.imprimatur.screening.internal.ScreeningProperties;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import io.imprimatur.screening.internal.own.Own;
import io.imprimatur.screening.internal.own.OwnOrganisation;
import io.imprimatur.screening.internal.own.PresetEntries;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The screener of the server, with its detectors and settings, without web server, database and engine: every bean is made
 * when something asks for it, and the screener asks for none of those. No stereotype marks this class, so the server does not find it.
 */
@ComponentScan("io.imprimatur.screening")
@ConfigurationPropertiesScan("io.imprimatur.screening")
class ScreeningAlone {
    private static final Map<String, Object> QUIET =
            Map.of("logging.threshold.console", "OFF", "spring.main.register-shutdown-hook", "false");

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Before the screener is asked for, {@link #own} has to be told. */
    static GenericApplicationContext start(List<String> settings) {
        var application = new SpringApplication(ScreeningAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        application.setDefaultProperties(QUIET);
        application.setInitializers(List.of());
        return (GenericApplicationContext) application.run(settings.toArray(String[]::new));
    }

    /** @param directory what is the organisation's own besides what is preset */
    static void own(GenericApplicationContext context, List<DirectoryEntry> directory) {
        var properties = context.getBean(ScreeningProperties.class);
        var entries = new ArrayList<>(PresetEntries.of(properties));
        entries.addAll(directory);
        var own = new Own(entries, properties.defaultRegion(), context.getBean(Clock.class));
        context.registerBean("ownOrganisation", OwnOrganisation.class, () -> own, bean -> bean.setPrimary(true));
    }
}
