package io.imprimatur.publishing.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code account} and {@code account_secret}. */
@Repository
class AccountRows {
    private static final String SELECT = "SELECT a.*, (SELECT coalesce(array_agg(s.name), '{}') FROM account_secret s"
            + " WHERE s.account = a.key) AS secrets FROM account a";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AccountRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By key. */
    List<StoredAccount> all() {
        return jdbc.sql(SELECT + " ORDER BY a.key").query(this::account).list();
    }

    Optional<StoredAccount> find(String key) {
        return jdbc.sql(SELECT + " WHERE a.key = :key")
                .param("key", key)
                .query(this::account)
                .optional();
    }

    /** @return false when there is an account of that key */
    boolean insert(StoredAccount account, String personId, Instant now) {
        return jdbc.sql(
                                "INSERT INTO account (key, platform, display_name, settings, created_by, created_at, changed_at)"
                                        + " VALUES (:key, :platform, :name, :settings::jsonb, :person, :now, :now)"
                                        + " ON CONFLICT (key) DO NOTHING")
                        .param("key", account.key())
                        .param("platform", account.platform())
                        .param("name", account.displayName())
                        .param("settings", written(account.settings()))
                        .param("person", personId)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Nobody has agreed to what it is now. */
    void disconnected(String key) {
        jdbc.sql("UPDATE account SET token_expires_at = NULL WHERE key = :key")
                .param("key", key)
                .update();
    }

    void update(String key, String displayName, Map<String, String> settings, Instant now) {
        jdbc.sql("UPDATE account SET display_name = :name, settings = :settings::jsonb, version = version + 1,"
                        + " problem = NULL, changed_at = :now WHERE key = :key")
                .param("key", key)
                .param("name", displayName)
                .param("settings", written(settings))
                .param("now", Timestamp.from(now))
                .update();
    }

    void delete(String key) {
        jdbc.sql("DELETE FROM account WHERE key = :key").param("key", key).update();
    }

    void keep(String account, String name, Vault.Sealed box) {
        jdbc.sql(
                        "INSERT INTO account_secret (account, name, key_id, sealed) VALUES (:account, :name, :keyId, :bytes)"
                                + " ON CONFLICT (account, name) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed")
                .param("account", account)
                .param("name", name)
                .param("keyId", box.keyId())
                .param("bytes", box.bytes())
                .update();
    }

    /** Another node may have kept a newer one meanwhile, which then stays. */
    void replace(String account, String name, Vault.Sealed old, Vault.Sealed box) {
        jdbc.sql("UPDATE account_secret SET key_id = :keyId, sealed = :bytes"
                        + " WHERE account = :account AND name = :name AND sealed = :old")
                .param("account", account)
                .param("name", name)
                .param("old", old.bytes())
                .param("keyId", box.keyId())
                .param("bytes", box.bytes())
                .update();
    }

    void forget(String account, String name) {
        jdbc.sql("DELETE FROM account_secret WHERE account = :account AND name = :name")
                .param("account", account)
                .param("name", name)
                .update();
    }

    Optional<Vault.Sealed> secret(String account, String name) {
        return jdbc.sql("SELECT key_id, sealed FROM account_secret WHERE account = :account AND name = :name")
                .param("account", account)
                .param("name", name)
                .query((row, number) -> new Vault.Sealed(row.getString("key_id"), row.getBytes("sealed")))
                .optional();
    }

    /**
     * Keeps others from changing the account before this transaction ends.
     *
     * @return false when there is none
     */
    boolean lock(String key) {
        return jdbc.sql("SELECT true FROM account WHERE key = :key FOR UPDATE")
                .param("key", key)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** A token that the platform granted; the account's problem is gone. */
    void tokenGranted(String key, @Nullable Instant expiresAt, Instant now) {
        jdbc.sql("UPDATE account SET token_expires_at = :expiresAt, problem = NULL, version = version + 1,"
                        + " changed_at = :now, refresh_owner = NULL, refresh_until = NULL WHERE key = :key")
                .param("key", key)
                .param("expiresAt", expiresAt == null ? null : Timestamp.from(expiresAt))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** One node refreshes at a time; no connection is held while it does. */
    boolean leaseRefresh(String key, UUID owner, Duration time) {
        return jdbc.sql("UPDATE account SET refresh_owner = :owner,"
                                + " refresh_until = clock_timestamp() + make_interval(secs => :time)"
                                + " WHERE key = :key AND (refresh_until IS NULL OR refresh_until < clock_timestamp())")
                        .param("key", key)
                        .param("owner", owner)
                        .param("time", time.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    void endRefresh(String key, UUID owner) {
        jdbc.sql("UPDATE account SET refresh_owner = NULL, refresh_until = NULL WHERE key = :key"
                        + " AND refresh_owner = :owner")
                .param("key", key)
                .param("owner", owner)
                .update();
    }

    void unusable(String key, String problem) {
        jdbc.sql("UPDATE account SET problem = :problem WHERE key = :key")
                .param("key", key)
                .param("problem", problem)
                .update();
    }

    private StoredAccount account(ResultSet row, int number) throws SQLException {
        var expiresAt = row.getTimestamp("token_expires_at");
        return new StoredAccount(
                row.getString("key"),
                row.getString("platform"),
                row.getString("display_name"),
                read(row.getString("settings")),
                Arrays.stream((String[]) row.getArray("secrets").getArray()).collect(Collectors.toUnmodifiableSet()),
                row.getInt("version"),
                row.getString("problem"),
                expiresAt == null ? null : expiresAt.toInstant(),
                row.getTimestamp("created_at").toInstant());
    }

    private String written(Map<String, String> settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException neverForStrings) {
            throw new IllegalStateException(neverForStrings);
        }
    }

    private Map<String, String> read(String settings) {
        try {
            return json.readValue(settings, new TypeReference<>() {});
        } catch (JsonProcessingException neverWhatWeWrote) {
            throw new IllegalStateException(neverWhatWeWrote);
        }
    }
}
