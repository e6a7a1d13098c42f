package io.imprimatur.publishing.account;

import io.imprimatur.publishing.channel.Platform;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how accounts stand. */
@Component
class AccountViews {
    private final PlatformCatalog platforms;
    private final AccountProperties properties;
    private final Clock clock;

    AccountViews(
            AccountRows rows,
            PlatformCatalog platforms,
            AccountProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.platforms = platforms;
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("imprimatur.accounts.ending", () -> rows.all().stream()
                        .map(this::of)
                        .filter(account -> account.endsSoon() || account.problem() != null)
                        .count())
                .description("Accounts that have to be connected again soon, or at once")
                .register(meters);
    }

    AccountView of(StoredAccount stored) {
        var platform = platforms.find(stored.platform());
        var byOAuth = platform.flatMap(Platform::oauth).isPresent();
        var endsAt = endsAt(stored);
        return new AccountView(
                stored.key(),
                stored.platform(),
                platform.map(Platform::displayName).orElse(stored.platform()),
                stored.displayName(),
                stored.settings(),
                stored.secrets(),
                byOAuth,
                stored.problem() == null && (!byOAuth || stored.secrets().contains(Secrets.ACCESS_TOKEN)),
                stored.problem(),
                endsAt,
                endsAt != null && endsAt.minus(properties.warnBefore()).isBefore(clock.instant()),
                platform.map(AccountViews::fields).orElseGet(List::of));
    }

    /** A token that can be refreshed does not end for people. */
    private static @Nullable Instant endsAt(StoredAccount stored) {
        return stored.secrets().contains(Secrets.REFRESH_TOKEN) ? null : stored.tokenExpiresAt();
    }

    static List<AccountView.Field> fields(Platform platform) {
        return platform.fields().stream()
                .map(field -> new AccountView.Field(
                        field.name(), field.kind().name(), field.label(), field.help(), field.required()))
                .toList();
    }
}
