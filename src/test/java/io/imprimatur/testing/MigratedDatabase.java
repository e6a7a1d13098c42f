package io.imprimatur.testing;

import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;

/** A database with all tables, as the role that the application runs as, for tests without a Spring context. */
public final class MigratedDatabase {
    /** Without Spring, Liquibase tells the console about each change. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private final DataSource runtime;

    private MigratedDatabase() {
        LIQUIBASE.setLevel(Level.WARNING);
        var database = TestPostgres.get().newDatabase();
        var liquibase = new SpringLiquibase();
        liquibase.setDataSource(database.asOwner());
        liquibase.setChangeLog("classpath:db/changelog/master.yaml");
        liquibase.setResourceLoader(new DefaultResourceLoader());
        try {
            liquibase.afterPropertiesSet();
        } catch (LiquibaseException e) {
            throw new IllegalStateException(e);
        }
        runtime = database.asRuntime();
    }

    /** One for the whole test run: a test makes its own pieces and counts only those. */
    public static DataSource get() {
        return Holder.INSTANCE.runtime;
    }

    private static final class Holder {
        static final MigratedDatabase INSTANCE = new MigratedDatabase();
    }
}
