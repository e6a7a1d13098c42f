package io.imprimatur.publishing.account;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is stored, without its secrets.
 *
 * @param settings values of the fields that are no secrets
 * @param secrets names of the secrets that are kept
 * @param problem why nothing works before somebody connects it again
 * @param tokenExpiresAt of the access token; null when there is none or it does not end
 */
record StoredAccount(
        String key,
        String platform,
        String displayName,
        Map<String, String> settings,
        Set<String> secrets,
        int version,
        @Nullable String problem,
        @Nullable Instant tokenExpiresAt,
        Instant createdAt) {
    StoredAccount {
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
    }
}
