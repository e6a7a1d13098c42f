package io.imprimatur.testing;

import io.imprimatur.platform.local.LocalDatabases;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** Gives a Spring context a database of its own; it is also a bean, {@link TestDatabase}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestPostgres.get().newDatabase();
        context.getBeanFactory().registerSingleton("testDatabase", database);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", LocalDatabases.RUNTIME,
                                "spring.datasource.password", database.runtimePassword(),
                                "spring.liquibase.url", database.url(),
                                "spring.liquibase.user", LocalDatabases.OWNER,
                                "spring.liquibase.password", database.ownerPassword())));
    }
}
