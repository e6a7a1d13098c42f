package io.imprimatur.publishing.account;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.PublicAddress;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.internal.PublishingFixture;
import io.imprimatur.testing.MigratedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** One node's accounts on real PostgreSQL, at a time that passes when told to. */
final class AccountWorld {
    static final String MANAGER = "manager";
    static final String OTHER_MANAGER = "another-manager";

    final MovingClock clock = new MovingClock();
    final List<LedgerEntry> ledger = new CopyOnWriteArrayList<>();
    final JdbcClient jdbc = JdbcClient.create(MigratedDatabase.get());
    final AccountRows rows = new AccountRows(jdbc, new ObjectMapper());
    final FailingTransactions transactions = new FailingTransactions();
    final Secrets secrets;
    final Tokens tokens;
    final Accounts accounts;
    final Connections connections;

    AccountWorld(Vault vault, Platform... offered) {
        var platforms = new PlatformCatalog(List.of(offered));
        var properties = new AccountProperties(
                List.of(), Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofMinutes(10));
        var oauth = new OAuthClient(new ChannelHttp(PublishingFixture.properties()), new ObjectMapper());
        secrets = new Secrets(rows, vault, transactions);
        tokens = new Tokens(rows, secrets, oauth, platforms, properties, transactions, clock);
        accounts = new Accounts(
                rows,
                secrets,
                tokens,
                platforms,
                new AccountViews(rows, platforms, properties, clock, new SimpleMeterRegistry()),
                people(),
                ledger::add,
                clock);
        connections = new Connections(
                accounts,
                platforms,
                oauth,
                tokens,
                vault,
                jdbc,
                transactions,
                properties,
                new PublicAddress(URI.create("https://imprimatur.hospital.example")),
                clock);
    }

    /** Keeps an account with these fields; a key of its own. */
    Account account(Platform platform, Map<String, String> fields) {
        var key = "k" + UUID.randomUUID().toString().substring(0, 8);
        accounts.create(platform.key(), key, "Name", fields, MANAGER);
        return opened(key);
    }

    Account opened(String key) {
        return accounts.connected(accounts.require(key));
    }

    AccountView view(Account account) {
        return accounts.get(account.key(), MANAGER);
    }

    private static People people() {
        var people = mock(People.class);
        when(people.findActive(anyString())).thenReturn(Optional.empty());
        for (var id : List.of(MANAGER, OTHER_MANAGER)) {
            when(people.findActive(id))
                    .thenReturn(Optional.of(new Person(id, id, id + "@hospital.example", Set.of(Groups.MANAGERS))));
        }
        return people;
    }

    /** Transactions that can be made to fail instead of beginning. */
    static final class FailingTransactions extends TransactionTemplate {
        private static final long serialVersionUID = 1L;

        volatile boolean failing;

        FailingTransactions() {
            super(new JdbcTransactionManager(MigratedDatabase.get()));
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            if (failing) {
                throw new CannotCreateTransactionException("The database is gone");
            }
            return super.execute(action);
        }
    }

    /** Time that passes when told to. */
    static final class MovingClock extends Clock {
        private volatile Instant now = Instant.parse("2031-01-31T09:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
