package io.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ApplicationStartsTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    @Autowired
    TestRestTemplate http;

    @Test
    void saysThatItIsWell() {
        assertThat(http.getForEntity("/actuator/health", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void runsAsARoleThatOwnsNoTable() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("imprimatur_app");
        assertThat(jdbc.sql("SELECT count(*) FROM pg_class WHERE relowner = 'imprimatur_app'::regrole")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void hasTheEnginesTablesFromLiquibase() {
        assertThat(JdbcClient.create(database.asOwner())
                        .sql("SELECT count(*) FROM databasechangelog WHERE author = 'Camunda'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
