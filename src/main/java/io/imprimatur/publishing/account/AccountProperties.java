package io.imprimatur.publishing.account;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Accounts on platforms.
 *
 * @param keys that secrets are sealed with, from {@code IMPRIMATUR_VAULT_KEYS}: each a name, a colon and 32 bytes in Base64; the
 *     first seals, the others still open what they sealed
 * @param refreshBefore how long before a token expires it is refreshed
 * @param refreshLease how long one node may take to refresh a token before another tries
 * @param warnBefore how long before an account has to be connected again its managers are warned
 * @param connectWithin how long somebody has to agree on a platform's page
 */
@Validated
@ConfigurationProperties("imprimatur.publishing.accounts")
record AccountProperties(
        @DefaultValue("") List<String> keys,
        @NotNull @DefaultValue("5m") Duration refreshBefore,
        @NotNull @DefaultValue("1m") Duration refreshLease,
        @NotNull @DefaultValue("7d") Duration warnBefore,
        @NotNull @DefaultValue("10m") Duration connectWithin) {
    AccountProperties {
        keys = keys.stream().filter(key -> !key.isBlank()).toList();
    }

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "AccountProperties[" + keys.size() + " keys]";
    }
}
