package io.imprimatur.publishing.account;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Platform;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over REST; for managers. */
@RestController
@RequestMapping("/api/accounts")
class AccountsApi {
    private final Accounts accounts;
    private final Connections connections;
    private final PlatformCatalog platforms;
    private final CurrentPerson currentPerson;

    AccountsApi(Accounts accounts, Connections connections, PlatformCatalog platforms, CurrentPerson currentPerson) {
        this.accounts = accounts;
        this.connections = connections;
        this.platforms = platforms;
        this.currentPerson = currentPerson;
    }

    /** @param fields values by the field's name */
    record Given(
            @Nullable String platform,
            @Nullable String key,
            @Nullable String displayName,
            @Nullable Map<String, @Nullable String> fields) {
        Map<String, String> values() {
            var values = new TreeMap<String, String>();
            if (fields != null) {
                fields.forEach((name, value) -> values.put(name, value == null ? "" : value));
            }
            return values;
        }
    }

    /** @param problem code of why it cannot be used; null when it can */
    record Tested(boolean usable, @Nullable String problem) {}

    record Connecting(URI page) {}

    record PlatformView(String key, String displayName, boolean byOAuth, List<AccountView.Field> fields) {
        static PlatformView of(Platform platform) {
            return new PlatformView(
                    platform.key(),
                    platform.displayName(),
                    platform.oauth().isPresent(),
                    AccountViews.fields(platform));
        }
    }

    @Operation(summary = "Platforms of which there can be accounts, with their fields")
    @GetMapping("/platforms")
    List<PlatformView> platforms() {
        return platforms.all().stream().map(PlatformView::of).toList();
    }

    @Operation(summary = "All accounts", description = "Secrets are named and never shown.")
    @GetMapping
    List<AccountView> all() {
        return accounts.all(manager());
    }

    @GetMapping("/{key}")
    AccountView one(@PathVariable String key) {
        return accounts.get(key, manager());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccountView create(@RequestBody Given given) {
        return accounts.create(
                text(given.platform()), text(given.key()), text(given.displayName()), given.values(), manager());
    }

    @Operation(summary = "Change an account", description = "A secret that is left out or empty stays as it is.")
    @PutMapping("/{key}")
    AccountView update(@PathVariable String key, @RequestBody Given given) {
        return accounts.update(key, text(given.displayName()), given.values(), manager());
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String key) {
        accounts.delete(key, manager());
    }

    @Operation(summary = "Ask the platform whether the account works")
    @PostMapping("/{key}/test")
    Tested test(@PathVariable String key) {
        var result = accounts.test(key, manager());
        return new Tested(
                result instanceof ConnectionTest.Usable,
                result instanceof ConnectionTest.Unusable unusable ? unusable.code() : null);
    }

    @Operation(
            summary = "Begin to connect an account by OAuth 2",
            description = "Answers the platform's page on which to agree; it leads back to the page /accounts.")
    @PostMapping("/{key}/connect")
    Connecting connect(@PathVariable String key) {
        return new Connecting(connections.begin(key, manager()));
    }

    private String manager() {
        return currentPerson.require().id();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
