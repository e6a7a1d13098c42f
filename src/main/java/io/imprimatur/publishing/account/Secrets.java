package io.imprimatur.publishing.account;

import io.imprimatur.publishing.channel.AccountUnusable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps secrets sealed, each for its account and field; at the start it seals anew what an older key has sealed. */
@Component
class Secrets implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);

    static final String ACCESS_TOKEN = "access-token";
    static final String REFRESH_TOKEN = "refresh-token";

    /** Its key is missing, or somebody changed what is stored. */
    static final String UNREADABLE = "account-secret-unreadable";

    private final AccountRows rows;
    private final Vault vault;
    private final TransactionTemplate transaction;

    Secrets(AccountRows rows, Vault vault, TransactionTemplate transaction) {
        this.rows = rows;
        this.vault = vault;
        this.transaction = transaction;
    }

    void keep(String account, String name, String value) {
        rows.keep(account, name, vault.seal(value, purpose(account, name)));
    }

    /**
     * Empty when it is not kept.
     *
     * @throws AccountUnusable for now, {@link #UNREADABLE}: an operator can bring the key back
     */
    Optional<String> find(String account, String name) {
        return rows.secret(account, name).map(box -> vault.open(box, purpose(account, name))
                .orElseThrow(() -> AccountUnusable.forNow(UNREADABLE, null)));
    }

    void forget(String account, String name) {
        rows.forget(account, name);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status ->
                rows.all().forEach(account -> account.secrets().forEach(name -> rotate(account.key(), name))));
    }

    private void rotate(String account, String name) {
        rows.secret(account, name).filter(vault::isOld).ifPresent(old -> vault.open(old, purpose(account, name))
                .ifPresentOrElse(
                        value -> rows.replace(account, name, old, vault.seal(value, purpose(account, name))),
                        () -> LOG.warn("A secret of account {} cannot be opened with any key", account)));
    }

    private static String purpose(String account, String name) {
        return account + "/" + name;
    }
}
