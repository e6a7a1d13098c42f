package io.imprimatur.publishing.account;

import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountUnusable;
import java.util.Optional;

/** What a channel sees of its account. */
final class ConnectedAccount implements Account {
    private final StoredAccount stored;
    private final Secrets secrets;
    private final Tokens tokens;

    ConnectedAccount(StoredAccount stored, Secrets secrets, Tokens tokens) {
        this.stored = stored;
        this.secrets = secrets;
        this.tokens = tokens;
    }

    @Override
    public String key() {
        return stored.key();
    }

    @Override
    public String displayName() {
        return stored.displayName();
    }

    @Override
    public Optional<String> setting(String field) {
        return Optional.ofNullable(stored.settings().get(field)).filter(value -> !value.isBlank());
    }

    @Override
    public String secret(String field) {
        return secrets.find(stored.key(), field).orElseThrow(() -> AccountUnusable.untilConnectedAgain(INCOMPLETE));
    }

    @Override
    public String accessToken() {
        return tokens.access(this);
    }
}
