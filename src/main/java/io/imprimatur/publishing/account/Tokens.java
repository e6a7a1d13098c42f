package io.imprimatur.publishing.account;

import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.OAuthTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Access tokens, refreshed before they expire. A refresh token often works once, so one node refreshes at a time, under a
 * lease on the account's row, and the new pair is stored before anybody uses it.
 */
@Component
class Tokens {
    static final String CONNECT_AGAIN = "account-must-be-connected-again";
    private static final Duration WHILE_ANOTHER_REFRESHES = Duration.ofSeconds(5);

    private final AccountRows rows;
    private final Secrets secrets;
    private final OAuthClient oauth;
    private final PlatformCatalog platforms;
    private final AccountProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tokens(
            AccountRows rows,
            Secrets secrets,
            OAuthClient oauth,
            PlatformCatalog platforms,
            AccountProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.oauth = oauth;
        this.platforms = platforms;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    String access(Account account) {
        var stored = rows.find(account.key()).orElseThrow(Tokens::gone);
        if (stored.problem() != null) {
            throw AccountUnusable.untilConnectedAgain(stored.problem());
        }
        if (isFresh(stored)) {
            return current(account.key());
        }
        var refreshToken = secrets.find(account.key(), Secrets.REFRESH_TOKEN);
        if (refreshToken.isEmpty()) {
            return withoutRefresh(stored);
        }
        return refreshed(account, stored);
    }

    /** A token that was granted; an empty refresh token keeps the one before. */
    void keep(String account, OAuthTerms.Granted granted) {
        transaction.executeWithoutResult(status -> {
            if (!rows.lock(account)) {
                throw gone();
            }
            secrets.keep(account, Secrets.ACCESS_TOKEN, granted.accessToken());
            if (!granted.refreshToken().isEmpty()) {
                secrets.keep(account, Secrets.REFRESH_TOKEN, granted.refreshToken());
            }
            rows.tokenGranted(account, expiry(granted), clock.instant());
        });
    }

    private String refreshed(Account account, StoredAccount stored) {
        var owner = UUID.randomUUID();
        if (!rows.leaseRefresh(account.key(), owner, properties.refreshLease())) {
            if (isValid(stored)) {
                return current(account.key());
            }
            throw AccountUnusable.forNow("token-being-refreshed", WHILE_ANOTHER_REFRESHES);
        }
        try {
            var now = rows.find(account.key()).orElse(stored);
            return isFresh(now) ? current(account.key()) : refresh(account, now);
        } finally {
            rows.endRefresh(account.key(), owner);
        }
    }

    private String refresh(Account account, StoredAccount stored) {
        var terms = platforms
                .require(stored.platform())
                .oauth()
                .orElseThrow(() -> AccountUnusable.untilConnectedAgain("account-incomplete"));
        var token = secrets.find(account.key(), Secrets.REFRESH_TOKEN)
                .orElseThrow(() -> AccountUnusable.untilConnectedAgain(CONNECT_AGAIN));
        try {
            var granted = oauth.refresh(account, terms, token);
            return unlessConnectedMeanwhile(account.key(), token, () -> keep(account.key(), granted))
                    ? granted.accessToken()
                    : current(account.key());
        } catch (AccountUnusable failed) {
            if (failed.lasting()) {
                unlessConnectedMeanwhile(account.key(), token, () -> rows.unusable(account.key(), failed.code()));
            } else if (isValid(stored)) {
                return current(account.key());
            }
            throw failed;
        }
    }

    /** Somebody may connect the account while the platform is asked; what it says about the token before is then void. */
    private boolean unlessConnectedMeanwhile(String account, String refreshToken, Runnable change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var same = rows.lock(account)
                    && secrets.find(account, Secrets.REFRESH_TOKEN)
                            .filter(refreshToken::equals)
                            .isPresent();
            if (same) {
                change.run();
            }
            return same;
        }));
    }

    private static AccountUnusable gone() {
        return AccountUnusable.untilConnectedAgain("channel-missing");
    }

    private String withoutRefresh(StoredAccount stored) {
        if (isValid(stored)) {
            return current(stored.key());
        }
        rows.unusable(stored.key(), CONNECT_AGAIN);
        throw AccountUnusable.untilConnectedAgain(CONNECT_AGAIN);
    }

    private String current(String account) {
        return secrets.find(account, Secrets.ACCESS_TOKEN)
                .orElseThrow(() -> AccountUnusable.untilConnectedAgain(CONNECT_AGAIN));
    }

    private boolean isFresh(StoredAccount stored) {
        var end = stored.tokenExpiresAt();
        return end == null || clock.instant().plus(properties.refreshBefore()).isBefore(end);
    }

    private boolean isValid(StoredAccount stored) {
        var end = stored.tokenExpiresAt();
        return end == null || clock.instant().isBefore(end);
    }

    private @Nullable Instant expiry(OAuthTerms.Granted granted) {
        return granted.lifetimeSeconds() == 0 ? null : clock.instant().plusSeconds(granted.lifetimeSeconds());
    }
}
