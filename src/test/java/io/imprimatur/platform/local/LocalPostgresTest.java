package io.imprimatur.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.testing.TestPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalPostgresTest {
    /** SQLSTATE class 28: invalid authorization. */
    @ParameterizedTest
    @CsvSource({"postgres,postgres", "postgres,''", "imprimatur_owner,imprimatur_owner", "imprimatur_app,imprimatur_app"
    })
    void letsNobodyInWithoutThePassword(String user, String password) {
        var url = TestPostgres.get().newDatabase().url();
        assertThatThrownBy(
                        () -> DriverManager.getConnection(url, user, password).close())
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .matches("28...|08004"));
    }
}
