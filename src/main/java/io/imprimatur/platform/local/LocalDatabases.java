package io.imprimatur.platform.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Makes databases and their two roles: one that owns the tables and migrates them, one that the application runs as. */
public final class LocalDatabases {
    public static final String OWNER = "imprimatur_owner";
    public static final String RUNTIME = "imprimatur_app";

    private final String url;
    private final String user;
    private final String password;

    LocalDatabases(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Gives both roles new passwords.
     *
     * @return them by role
     */
    public Map<String, String> roles() {
        var passwords = Map.of(OWNER, RandomPassword.next(), RUNTIME, RandomPassword.next());
        passwords.forEach((role, secret) -> {
            if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                execute("CREATE ROLE " + role + " LOGIN");
            }
            execute("ALTER ROLE " + role + " PASSWORD '" + secret + "'");
        });
        return passwords;
    }

    /** Makes the database unless it is there. */
    public void database(String name) {
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute("CREATE DATABASE " + name + " OWNER " + OWNER);
        }
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL refused a set-up statement", e);
        }
    }

    private boolean exists(String sql, String name) {
        try (var connection = connect();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL refused a set-up query", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
