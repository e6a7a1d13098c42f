package io.imprimatur.publishing.channel;

import java.util.Map;
import java.util.Optional;

/** An account with given fields; its access token is the field {@code access-token}. */
public record AccountFixture(String key, Map<String, String> fields) implements Account {
    @Override
    public String displayName() {
        return key;
    }

    @Override
    public Optional<String> setting(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    @Override
    public String secret(String field) {
        return setting(field).orElseThrow(() -> AccountUnusable.untilConnectedAgain("account-incomplete"));
    }

    @Override
    public String accessToken() {
        return secret("access-token");
    }
}
