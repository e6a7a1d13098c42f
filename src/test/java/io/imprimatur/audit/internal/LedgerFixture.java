package io.imprimatur.audit.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.testing.TestDatabase;
import io.imprimatur.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger on a database of its own, whose loop does not run: tests call the sequencer themselves. */
final class LedgerFixture implements AutoCloseable {
    final TestDatabase database;
    final AnnotationConfigApplicationContext context;
    final JdbcClient runtime;
    final JdbcClient owner;

    LedgerFixture() throws Exception {
        database = TestPostgres.get().newDatabase();
        try (var connection = database.asOwner().getConnection()) {
            for (var changelog : new String[] {"000-roles.sql", "020-audit.sql"}) {
                new Liquibase(
                                "db/changelog/" + changelog,
                                new ClassLoaderResourceAccessor(),
                                new JdbcConnection(connection))
                        .update(new Contexts());
            }
        }
        context = new AnnotationConfigApplicationContext();
        context.registerBean(TestDatabase.class, () -> database);
        context.register(Beans.class);
        context.refresh();
        context.getBean(SequencerLoop.class).stop();
        runtime = JdbcClient.create(database.asRuntime());
        owner = JdbcClient.create(database.asOwner());
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    JdbcLedger ledger() {
        return context.getBean(JdbcLedger.class);
    }

    void record(LedgerEntry entry) {
        transaction().executeWithoutResult(status -> ledger().record(entry));
    }

    void sequence() {
        context.getBean(Sequencer.class).run();
    }

    Verifier verifier() {
        return context.getBean(Verifier.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({
        JdbcLedger.class,
        JdbcLedgerReader.class,
        Verifier.class,
        Sequencer.class,
        SequencerLoop.class,
        RememberedHead.class,
        RequestDoors.class
    })
    static class Beans {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        AuditProperties properties() {
            return new AuditProperties(Duration.ofHours(1), Duration.ofSeconds(10), 7, 3, 50);
        }

        @Bean
        HikariDataSource pool(TestDatabase database) {
            var pool = new HikariDataSource();
            pool.setDataSource(database.asRuntime());
            return pool;
        }

        @Bean
        JdbcTemplate jdbcTemplate(HikariDataSource pool) {
            return new JdbcTemplate(pool);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactions(HikariDataSource pool) {
            return new DataSourceTransactionManager(pool);
        }
    }
}
