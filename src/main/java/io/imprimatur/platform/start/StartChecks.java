package io.imprimatur.platform.start;

import io.imprimatur.platform.CannotStart;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses a configuration that must not run, before the first bean is made. */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var local = environment.acceptsProfiles(Profiles.of("local"));
        var production = environment.acceptsProfiles(Profiles.of("prod"));
        if (local && production) {
            throw new CannotStart(
                    "The profiles local and prod exclude each other; choose one with SPRING_PROFILES_ACTIVE.");
        }
        if (production) {
            new ProductionSettings(environment).require();
            Ports.requireHttpFree(environment);
        } else if (!local && !hasDatabase(environment)) {
            throw new CannotStart("Choose the profile local or prod with SPRING_PROFILES_ACTIVE.");
        }
    }

    private static boolean hasDatabase(Environment environment) {
        return environment.containsProperty("spring.datasource.url");
    }
}
