package io.imprimatur.testing;

import io.imprimatur.platform.local.LocalDatabases;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own with the passwords of the role that owns it and of the one that the application runs as. */
public record TestDatabase(String url, String ownerPassword, String runtimePassword) {
    /** Connects as the role that owns the tables; each query opens a connection. */
    public DataSource asOwner() {
        return new DriverManagerDataSource(url, LocalDatabases.OWNER, ownerPassword);
    }

    /** Connects as the role that the application runs as; each query opens a connection. */
    public DataSource asRuntime() {
        return new DriverManagerDataSource(url, LocalDatabases.RUNTIME, runtimePassword);
    }
}
