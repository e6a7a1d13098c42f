package io.imprimatur.flow.internal.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code flow_deployment}; it only grows. */
@Repository
class DeploymentLog {
    private final JdbcClient jdbc;

    DeploymentLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DeploymentEntry entry) {
        jdbc.sql(
                        """
                        insert into flow_deployment
                            (definition_id, deployment_id, model_key, model_sha256, door, reason, author, confirmer, deployed_at)
                        values (:definition, :deployment, :key, :sha256, :door, :reason, :author, :confirmer, :at)
                        """)
                .param("definition", entry.definitionId())
                .param("deployment", entry.deploymentId())
                .param("key", entry.key())
                .param("sha256", entry.sha256())
                .param("door", entry.door())
                .param("reason", entry.reason())
                .param("author", entry.author())
                .param("confirmer", entry.confirmer())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Entries of that key by the definition's id. */
    Map<String, DeploymentEntry> of(String key) {
        return jdbc
                .sql("select * from flow_deployment where model_key = :key")
                .param("key", key)
                .query(DeploymentLog::read)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(DeploymentEntry::definitionId, Function.identity()));
    }

    private static DeploymentEntry read(ResultSet row, int number) throws SQLException {
        return new DeploymentEntry(
                row.getString("definition_id"),
                row.getString("deployment_id"),
                row.getString("model_key"),
                row.getString("model_sha256"),
                row.getString("door"),
                row.getString("reason"),
                row.getString("author"),
                row.getString("confirmer"),
                row.getObject("deployed_at", OffsetDateTime.class).toInstant());
    }
}
