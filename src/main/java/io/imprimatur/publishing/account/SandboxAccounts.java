package io.imprimatur.publishing.account;

import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.publishing.channel.AccountField;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts on the sandbox's platforms, so that a newcomer finds every channel ready. Real ones of the same key stay. */
@Component
@Profile("local")
public class SandboxAccounts {
    private static final String SUFFIX = " (sandbox)";

    private final AccountRows rows;
    private final Secrets secrets;
    private final PlatformCatalog platforms;
    private final Accounts accounts;
    private final Clock clock;

    SandboxAccounts(AccountRows rows, Secrets secrets, PlatformCatalog platforms, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.platforms = platforms;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param fields of an account that works there; a token of OAuth 2 is the field {@code access-token} */
    @Transactional
    public void offer(String platformKey, Map<String, String> fields) {
        var platform = platforms.require(platformKey);
        var known = rows.find(platformKey);
        if (known.isPresent() && !known.get().displayName().endsWith(SUFFIX)) {
            return;
        }
        var settings = new TreeMap<String, String>();
        var hidden = new TreeMap<String, String>();
        fields.forEach((name, value) -> (isSetting(platform.fields(), name) ? settings : hidden).put(name, value));
        if (known.isPresent()) {
            if (!known.get().settings().equals(settings)) {
                rows.update(platformKey, known.get().displayName(), settings, clock.instant());
            }
        } else {
            rows.insert(
                    new StoredAccount(
                            platformKey,
                            platformKey,
                            platform.displayName() + SUFFIX,
                            settings,
                            Set.of(),
                            1,
                            null,
                            null,
                            clock.instant()),
                    LedgerEntry.SYSTEM,
                    clock.instant());
            accounts.note(LedgerEntry.SYSTEM, "ACCOUNT_CREATED", platformKey);
        }
        hidden.forEach((name, value) -> secrets.keep(platformKey, name, value));
    }

    private static boolean isSetting(Iterable<AccountField> fields, String name) {
        for (var field : fields) {
            if (field.name().equals(name)) {
                return field.kind() != AccountField.Kind.SECRET;
            }
        }
        return false;
    }
}
