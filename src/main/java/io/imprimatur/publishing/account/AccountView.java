package io.imprimatur.publishing.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as managers see it. Secrets are named and never shown.
 *
 * @param settings values of the fields that are no secrets
 * @param secrets names of the fields whose secret is kept
 * @param connected whether everything is filled and, where the platform asks for it, somebody has agreed there
 * @param problem code of why nothing works before somebody connects it again
 * @param endsAt when it has to be connected again, since its token ends and cannot be refreshed
 * @param endsSoon whether that is near
 */
record AccountView(
        String key,
        String platform,
        String platformName,
        String displayName,
        Map<String, String> settings,
        Set<String> secrets,
        boolean byOAuth,
        boolean connected,
        @Nullable String problem,
        @Nullable Instant endsAt,
        boolean endsSoon,
        List<Field> fields) {
    AccountView {
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
        fields = List.copyOf(fields);
    }

    /** A field of the platform's form. */
    record Field(String name, String kind, String label, String help, boolean required) {}
}
