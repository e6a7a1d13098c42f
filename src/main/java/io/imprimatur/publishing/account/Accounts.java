package io.imprimatur.publishing.account;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Platform;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps accounts, and opens them as channels. Every change is one transaction with its ledger entry. */
@Service
public class Accounts {
    /** An account can be deleted and made again, with versions that begin anew. */
    private record Opened(int version, Instant createdAt, Channel channel) {
        boolean is(StoredAccount stored) {
            return version == stored.version() && createdAt.equals(stored.createdAt());
        }
    }

    private final AccountRows rows;
    private final Secrets secrets;
    private final Tokens tokens;
    private final PlatformCatalog platforms;
    private final AccountViews views;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    Accounts(
            AccountRows rows,
            Secrets secrets,
            Tokens tokens,
            PlatformCatalog platforms,
            AccountViews views,
            People people,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.tokens = tokens;
        this.platforms = platforms;
        this.views = views;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All that are set up, by key; an account that changed on any node is opened anew. */
    public List<Channel> channels() {
        return rows.all().stream().flatMap(account -> open(account).stream()).toList();
    }

    public Optional<Channel> channel(String key) {
        return rows.find(key).flatMap(this::open);
    }

    private Optional<Channel> open(StoredAccount stored) {
        var known = opened.get(stored.key());
        if (known != null && known.is(stored)) {
            return Optional.of(known.channel());
        }
        return platforms.find(stored.platform()).map(platform -> {
            var channel = platform.open(connected(stored));
            opened.put(stored.key(), new Opened(stored.version(), stored.createdAt(), channel));
            return channel;
        });
    }

    ConnectedAccount connected(StoredAccount stored) {
        return new ConnectedAccount(stored, secrets, tokens);
    }

    List<AccountView> all(String managerId) {
        requireManager(managerId);
        return rows.all().stream().map(views::of).toList();
    }

    AccountView get(String key, String managerId) {
        requireManager(managerId);
        return views.of(require(key));
    }

    /** @param fields by name; a field that the platform does not have is refused */
    @Transactional
    public AccountView create(
            String platformKey, String key, String displayName, Map<String, String> fields, String managerId) {
        requireManager(managerId);
        var platform = platforms.require(platformKey);
        var values = values(platform, fields);
        requireAll(platform, values, Set.of());
        var account = new StoredAccount(
                AccountRules.key(key),
                platform.key(),
                AccountRules.displayName(displayName),
                settings(platform, values),
                Set.of(),
                1,
                null,
                null,
                clock.instant());
        if (!rows.insert(account, managerId, clock.instant())) {
            throw Refusal.conflict("account-exists", "There is an account of that key already.")
                    .about("key");
        }
        keepSecrets(platform, key, values);
        note(managerId, "ACCOUNT_CREATED", key);
        return views.of(require(key));
    }

    /** A secret that is left empty stays as it is, unless it would then go to another address than the one it was given for. */
    @Transactional
    public AccountView update(String key, String displayName, Map<String, String> fields, String managerId) {
        requireManager(managerId);
        var stored = require(key);
        var platform = platforms.require(stored.platform());
        var values = values(platform, fields);
        var settings = settings(platform, values);
        requireAll(platform, values, stored.secrets());
        if (movesElsewhere(platform, stored.settings(), settings)) {
            requireSecretsAnew(platform, values, stored.secrets());
            stored.secrets().forEach(name -> secrets.forget(key, name));
            rows.disconnected(key);
        }
        rows.update(key, AccountRules.displayName(displayName), settings, clock.instant());
        keepSecrets(platform, key, values);
        note(managerId, "ACCOUNT_CHANGED", key);
        return views.of(require(key));
    }

    /** What was published with it stays where it is; it can be neither read back nor taken down from here any more. */
    @Transactional
    public void delete(String key, String managerId) {
        requireManager(managerId);
        require(key);
        rows.delete(key);
        opened.remove(key);
        note(managerId, "ACCOUNT_DELETED", key);
    }

    /** Whether it works; asks the platform. */
    public ConnectionTest test(String key, String managerId) {
        requireManager(managerId);
        try {
            return open(require(key))
                    .map(Channel::testConnection)
                    .orElseGet(() -> new ConnectionTest.Unusable("channel-missing"));
        } catch (AccountUnusable unusable) {
            return new ConnectionTest.Unusable(unusable.code());
        }
    }

    StoredAccount require(String key) {
        return rows.find(key).orElseThrow(() -> Refusal.notFound("account-not-found", "There is no such account."));
    }

    void requireManager(String personId) {
        if (people.findActive(personId)
                .filter(person -> person.isIn(Groups.MANAGERS))
                .isEmpty()) {
            throw Refusal.forbidden("managers-only", "Only managers may set up accounts.");
        }
    }

    void note(String personId, String action, String key) {
        ledger.record(LedgerEntry.of(personId, action, "account:" + key));
    }

    private static Map<String, String> values(Platform platform, Map<String, String> fields) {
        var values = new TreeMap<String, String>();
        fields.forEach((name, value) -> {
            var field = platform.fields().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("account-field", "This platform has no such field.")
                            .about("fields"));
            values.put(name, AccountRules.value(field, value));
        });
        return values;
    }

    private static void requireAll(Platform platform, Map<String, String> values, Set<String> kept) {
        for (var field : platform.fields()) {
            var missing = values.getOrDefault(field.name(), "").isEmpty()
                    && !(field.kind() == AccountField.Kind.SECRET && kept.contains(field.name()));
            if (field.required() && missing) {
                throw AccountRules.missing(field);
            }
        }
    }

    private static boolean movesElsewhere(Platform platform, Map<String, String> before, Map<String, String> now) {
        return platform.fields().stream()
                .filter(field -> field.kind() == AccountField.Kind.ADDRESS)
                .anyMatch(field -> !Objects.equals(before.get(field.name()), now.get(field.name())));
    }

    private static void requireSecretsAnew(Platform platform, Map<String, String> values, Set<String> kept) {
        platform.fields().stream()
                .filter(field -> field.kind() == AccountField.Kind.SECRET && field.required())
                .filter(field -> kept.contains(field.name()))
                .filter(field -> values.getOrDefault(field.name(), "").isEmpty())
                .findFirst()
                .ifPresent(field -> {
                    throw AccountRules.secretAsWell(field);
                });
    }

    private static Map<String, String> settings(Platform platform, Map<String, String> values) {
        var settings = new TreeMap<String, String>();
        platform.fields().stream()
                .filter(field -> field.kind() != AccountField.Kind.SECRET)
                .filter(field -> !values.getOrDefault(field.name(), "").isEmpty())
                .forEach(field -> settings.put(field.name(), String.valueOf(values.get(field.name()))));
        return settings;
    }

    private void keepSecrets(Platform platform, String key, Map<String, String> values) {
        platform.fields().stream()
                .filter(field -> field.kind() == AccountField.Kind.SECRET)
                .filter(field -> !values.getOrDefault(field.name(), "").isEmpty())
                .forEach(field -> secrets.keep(key, field.name(), String.valueOf(values.get(field.name()))));
    }
}
