package io.imprimatur.publishing.account;

import io.imprimatur.platform.PublicAddress;
import io.imprimatur.platform.Refusal;
import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.OAuthTerms;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Connects accounts on the platforms' own pages. Whoever began finishes, once, within a bounded time. */
@Service
class Connections {
    static final String CALLBACK = "/accounts/connected";
    private static final int RANDOM_BYTES = 32;

    private final Accounts accounts;
    private final PlatformCatalog platforms;
    private final OAuthClient oauth;
    private final Tokens tokens;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AccountProperties properties;
    private final PublicAddress address;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private record Begun(String account, String verifier) {}

    Connections(
            Accounts accounts,
            PlatformCatalog platforms,
            OAuthClient oauth,
            Tokens tokens,
            Vault vault,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AccountProperties properties,
            PublicAddress address,
            Clock clock) {
        this.accounts = accounts;
        this.platforms = platforms;
        this.oauth = oauth;
        this.tokens = tokens;
        this.vault = vault;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.properties = properties;
        this.address = address;
        this.clock = clock;
    }

    /** @return the platform's page on which the manager agrees */
    URI begin(String key, String managerId) {
        accounts.requireManager(managerId);
        var stored = accounts.require(key);
        var terms = terms(stored);
        var state = random();
        var verifier = random();
        var box = vault.seal(verifier, purpose(state));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM account_connection WHERE expires_at < :now")
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            jdbc.sql("INSERT INTO account_connection (state_hash, account, person, key_id, verifier, expires_at)"
                            + " VALUES (:state, :account, :person, :keyId, :verifier, :expiresAt)")
                    .param("state", hash(state))
                    .param("account", key)
                    .param("person", managerId)
                    .param("keyId", box.keyId())
                    .param("verifier", box.bytes())
                    .param("expiresAt", Timestamp.from(clock.instant().plus(properties.connectWithin())))
                    .update();
        });
        return oauth.authorizePage(accounts.connected(stored), terms, state, challenge(verifier), callback());
    }

    /**
     * @return the account's key
     * @throws Refusal 400 {@code connection-unknown}; 409 {@code connection-refused}; 503 {@code connection-unanswered}
     */
    String finish(String state, String code, String managerId) {
        accounts.requireManager(managerId);
        var begun = take(state, managerId)
                .orElseThrow(
                        () -> Refusal.invalid(
                                "connection-unknown",
                                "This connection was begun by somebody else, took too long, or is finished already. Begin again."));
        var stored = accounts.require(begun.account());
        try {
            var granted = oauth.exchange(accounts.connected(stored), terms(stored), code, begun.verifier(), callback());
            transaction.executeWithoutResult(status -> {
                tokens.keep(begun.account(), granted);
                accounts.note(managerId, "ACCOUNT_CONNECTED", begun.account());
            });
        } catch (AccountUnusable refused) {
            throw refusal(refused);
        }
        return begun.account();
    }

    private static Refusal refusal(AccountUnusable cause) {
        if (!cause.lasting()) {
            return new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "connection-unanswered",
                    "The platform did not answer, so nothing is connected. Begin again later.");
        }
        return cause.code().equals("page-not-granted")
                ? Refusal.conflict(
                        "connection-refused",
                        "Whoever agreed may not speak for this page, or the page's id is wrong. Check the id, then begin again.")
                : Refusal.conflict(
                        "connection-refused",
                        "The platform did not grant access. Check the account's fields, then begin again.");
    }

    private Optional<Begun> take(String state, String managerId) {
        return jdbc.sql("DELETE FROM account_connection WHERE state_hash = :state AND person = :person"
                        + " AND expires_at >= :now RETURNING account, key_id, verifier")
                .param("state", hash(state))
                .param("person", managerId)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Begun(
                        row.getString("account"),
                        vault.open(new Vault.Sealed(row.getString("key_id"), row.getBytes("verifier")), purpose(state))
                                .orElse("")))
                .optional();
    }

    private OAuthTerms terms(StoredAccount stored) {
        return platforms
                .require(stored.platform())
                .oauth()
                .orElseThrow(() -> Refusal.conflict(
                        "not-by-oauth", "This platform needs no connection; its fields are all it needs."));
    }

    private URI callback() {
        return URI.create(address.of(CALLBACK));
    }

    private String random() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String state) {
        return Sha256.hex(state.getBytes(StandardCharsets.UTF_8));
    }

    private static String purpose(String state) {
        return "connection/" + hash(state);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
