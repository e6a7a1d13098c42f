package io.imprimatur.publishing.account;

import static io.imprimatur.publishing.account.Granting.granted;
import static io.imprimatur.publishing.account.Granting.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.OAuthTerms.Granted;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private final Granting platform = new Granting();
    private final Sandbox sandbox = Sandbox.of(platform);
    private final AccountWorld world = new AccountWorld(VaultTest.vault("a"), platform);
    private final Account account = world.account(platform, platform.account(sandbox.url("granting")));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aFreshTokenIsUsedWithoutAskingThePlatform() {
        keep("first", "r1", Duration.ofHours(1));
        world.clock.pass(Duration.ofMinutes(54));

        assertThat(account.accessToken()).isEqualTo("first");
        assertThat(platform.forms).isEmpty();
    }

    @Test
    void aTokenThatDoesNotEndIsUsedForEver() {
        world.tokens.keep(account.key(), new Granted("for-ever", "", 0));
        world.clock.pass(Duration.ofDays(5_000));

        assertThat(account.accessToken()).isEqualTo("for-ever");
    }

    @Test
    void aTokenIsRefreshedBeforeItExpires() {
        keep("first", "r1", Duration.ofHours(1));
        platform.answer = form -> granted("second", "r2");
        world.clock.pass(Duration.ofMinutes(55));

        assertThat(account.accessToken()).isEqualTo("second");
        assertThat(account.accessToken()).isEqualTo("second");
        assertThat(platform.forms)
                .containsExactly(Map.of(
                        "grant_type", "refresh_token", "refresh_token", "r1", "client_id", "c", "client_secret", "s"));
        world.clock.pass(Duration.ofHours(1));
        account.accessToken();
        assertThat(platform.forms.get(1)).containsEntry("refresh_token", "r2");
    }

    @Test
    void manyWhoNeedATokenAtOnceRefreshItOnce() throws Exception {
        keep("first", "r1", Duration.ofHours(1));
        world.clock.pass(Duration.ofMinutes(58));
        platform.answer = form -> granted("second", "r2");

        var tokens = atOnce(8);

        assertThat(tokens).containsOnly("first", "second").contains("second");
        assertThat(platform.forms).hasSize(1);
        assertThat(account.accessToken()).isEqualTo("second");
    }

    @Test
    void whoeverComesWhileAnExpiredTokenIsRefreshedComesAgainSoon() throws Exception {
        keep("first", "r1", Duration.ofHours(1));
        world.clock.pass(Duration.ofHours(2));
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        platform.answer = form -> {
            asked.countDown();
            await(answer);
            return granted("second", "r2");
        };
        var threads = Executors.newSingleThreadExecutor();
        try {
            var first = threads.submit(account::accessToken);
            await(asked);

            assertThatExceptionOfType(AccountUnusable.class)
                    .isThrownBy(account::accessToken)
                    .satisfies(unusable -> {
                        assertThat(unusable.code()).isEqualTo("token-being-refreshed");
                        assertThat(unusable.lasting()).isFalse();
                        assertThat(unusable.pause()).isPositive();
                    });
            answer.countDown();
            assertThat(first.get()).isEqualTo("second");
        } finally {
            threads.shutdownNow();
        }
        assertThat(account.accessToken()).isEqualTo("second");
        assertThat(platform.forms).hasSize(1);
    }

    @Test
    void noConnectionIsHeldWhileThePlatformIsAsked() {
        keep("first", "r1", Duration.ofMinutes(1));
        platform.answer = form -> {
            // with a lock on the row this would wait for itself
            world.rows.update(account.key(), "Renamed", account(account.key()).settings(), world.clock.instant());
            return granted("second", "r2");
        };

        assertThat(account.accessToken()).isEqualTo("second");
        assertThat(account(account.key()).displayName()).isEqualTo("Renamed");
    }

    @Test
    void aPairThatCouldNotBeStoredIsNotUsed() {
        keep("first", "r1", Duration.ofMinutes(1));
        platform.answer = form -> {
            world.transactions.failing = true;
            return granted("second", "r2");
        };

        assertThat(catchThrowable(account::accessToken)).isNotNull();
        world.transactions.failing = false;
        assertThat(world.secrets.find(account.key(), Secrets.ACCESS_TOKEN)).contains("first");
    }

    @Test
    void anEmptyRefreshTokenKeepsTheOneBefore() {
        keep("first", "r1", Duration.ofMinutes(1));
        platform.answer = form -> granted("second", "");

        assertThat(account.accessToken()).isEqualTo("second");
        assertThat(world.secrets.find(account.key(), Secrets.REFRESH_TOKEN)).contains("r1");
    }

    @Test
    void aRefusedRefreshIsNotAskedForAgainBeforeSomebodyConnects() {
        keep("first", "r1", Duration.ofMinutes(1));
        platform.answer = form -> refused();

        assertMustBeConnectedAgain();
        assertMustBeConnectedAgain();
        assertThat(platform.forms).hasSize(1);
        assertThat(world.view(account).problem()).isEqualTo("account-must-be-connected-again");
        assertThat(world.view(account).connected()).isFalse();

        keep("anew", "r9", Duration.ofHours(1));
        assertThat(account.accessToken()).isEqualTo("anew");
        assertThat(world.view(account).connected()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "THROTTLED", "NOT_JSON"})
    void aLostAnswerLeavesTheAccountAsItIs(Fault fault) {
        keep("first", "r1", Duration.ofMinutes(10));
        world.clock.pass(Duration.ofMinutes(7));
        sandbox.next("granting", fault, request -> true);
        assertThat(account.accessToken()).as("still valid").isEqualTo("first");

        world.clock.pass(Duration.ofMinutes(7));
        sandbox.next("granting", fault, request -> true);
        assertThatExceptionOfType(AccountUnusable.class)
                .isThrownBy(account::accessToken)
                .satisfies(unusable -> assertThat(unusable.lasting()).isFalse());

        assertThat(world.view(account).problem()).isNull();
        platform.answer = form -> granted("second", "r2");
        assertThat(account.accessToken()).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"access_token\": \"\"}", "[]"})
    void anAnswerWithoutATokenNeverReplacesOne(String body) {
        keep("first", "r1", Duration.ofMinutes(1));
        platform.answer =
                form -> SandboxAnswer.file("application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(account.accessToken()).isEqualTo("first");
        assertThat(world.secrets.find(account.key(), Secrets.ACCESS_TOKEN)).contains("first");
        assertThat(world.secrets.find(account.key(), Secrets.REFRESH_TOKEN)).contains("r1");
    }

    @Test
    void aTokenThatCannotBeRefreshedIsUsedUntilItEnds() {
        keep("first", "", Duration.ofDays(60));
        world.clock.pass(Duration.ofDays(60).minusSeconds(1));
        assertThat(account.accessToken()).isEqualTo("first");
        assertThat(world.view(account).endsSoon()).isTrue();

        world.clock.pass(Duration.ofSeconds(1));
        assertMustBeConnectedAgain();
        assertThat(platform.forms).isEmpty();
        assertThat(world.view(account).problem()).isEqualTo("account-must-be-connected-again");
    }

    @Test
    void anAccountThatNobodyConnectedSaysSo() {
        assertMustBeConnectedAgain();
        assertThat(world.view(account).connected()).isFalse();
    }

    @Test
    void theLeaseOfADeadNodeEnds() {
        keep("first", "r1", Duration.ofHours(1));
        world.clock.pass(Duration.ofHours(2));
        platform.answer = form -> granted("second", "r2");
        assertThat(world.rows.leaseRefresh(account.key(), UUID.randomUUID(), Duration.ofMinutes(1)))
                .isTrue();
        assertThatExceptionOfType(AccountUnusable.class).isThrownBy(account::accessToken);
        assertThat(platform.forms).isEmpty();

        world.jdbc
                .sql("UPDATE account SET refresh_until = clock_timestamp() - interval '1 second' WHERE key = :key")
                .param("key", account.key())
                .update();

        assertThat(account.accessToken()).isEqualTo("second");
    }

    @Test
    void aRefreshDoesNotUndoAConnectionThatWasMadeMeanwhile() {
        keep("first", "r1", Duration.ofMinutes(1));
        platform.answer = form -> {
            keep("connected", "r8", Duration.ofHours(1));
            return granted("second", "r2");
        };

        assertThat(account.accessToken()).isEqualTo("connected");
        assertThat(world.secrets.find(account.key(), Secrets.REFRESH_TOKEN)).contains("r8");
    }

    @Test
    void aRefusedRefreshDoesNotSpoilAConnectionThatWasMadeMeanwhile() {
        keep("first", "r1", Duration.ofMinutes(1));
        platform.answer = form -> {
            keep("connected", "r8", Duration.ofHours(1));
            return refused();
        };

        assertThatExceptionOfType(AccountUnusable.class).isThrownBy(account::accessToken);
        assertThat(world.view(account).problem()).isNull();
        assertThat(account.accessToken()).isEqualTo("connected");
    }

    @Test
    void anAccountThatIsDeletedMeanwhileKeepsNothing() {
        keep("first", "r1", Duration.ofMinutes(1));
        platform.answer = form -> {
            world.accounts.delete(account.key(), AccountWorld.MANAGER);
            return granted("second", "r2");
        };

        assertThatExceptionOfType(AccountUnusable.class).isThrownBy(account::accessToken);
        assertThat(world.rows.find(account.key())).isEmpty();
    }

    @Test
    void aSecretWhoseKeyIsMissingIsNotTakenForNone() {
        keep("first", "r1", Duration.ofMinutes(1));
        var withoutTheKey = new AccountWorld(VaultTest.vault("b"), platform);
        withoutTheKey.clock.pass(Duration.ofDays(1));

        assertThatExceptionOfType(AccountUnusable.class)
                .isThrownBy(() -> withoutTheKey.opened(account.key()).accessToken())
                .satisfies(unusable -> {
                    assertThat(unusable.code()).isEqualTo("account-secret-unreadable");
                    assertThat(unusable.lasting()).isFalse();
                });
        assertThatExceptionOfType(AccountUnusable.class)
                .isThrownBy(() -> withoutTheKey.opened(account.key()).secretIfFilled("client-secret"));
        assertThat(world.view(account).problem()).isNull();
        assertThat(platform.forms).isEmpty();
        assertThat(account.accessToken()).as("when the key is back").isEqualTo("access-1");
    }

    @Test
    void atTheStartSecretsAreSealedAnewWithTheFirstKey() {
        keep("first", "r1", Duration.ofHours(1));
        var rotated = new AccountWorld(VaultTest.vault("b", "a"), platform);

        rotated.secrets.afterSingletonsInstantiated();

        assertThat(keyIds()).containsOnly("b");
        var later = new AccountWorld(VaultTest.vault("b"), platform).opened(account.key());
        assertThat(later.accessToken()).isEqualTo("first");
        assertThat(later.secret("client-secret")).isEqualTo("s");
    }

    @Test
    void sealingAnewLosesNothingThatAnotherNodeStoresMeanwhile() {
        keep("first", "r1", Duration.ofHours(1));
        var seen = world.rows.secret(account.key(), Secrets.REFRESH_TOKEN).orElseThrow();
        keep("second", "r2", Duration.ofHours(1));

        world.rows.replace(
                account.key(),
                Secrets.REFRESH_TOKEN,
                seen,
                VaultTest.vault("b").seal("r1", account.key() + "/refresh-token"));

        assertThat(world.secrets.find(account.key(), Secrets.REFRESH_TOKEN)).contains("r2");
    }

    private void assertMustBeConnectedAgain() {
        assertThatExceptionOfType(AccountUnusable.class)
                .isThrownBy(account::accessToken)
                .satisfies(unusable -> {
                    assertThat(unusable.code()).isEqualTo("account-must-be-connected-again");
                    assertThat(unusable.lasting()).isTrue();
                });
    }

    private void keep(String access, String refresh, Duration lifetime) {
        world.tokens.keep(account.key(), new Granted(access, refresh, lifetime.toSeconds()));
    }

    private StoredAccount account(String key) {
        return world.accounts.require(key);
    }

    private Iterable<String> keyIds() {
        return world.jdbc
                .sql("SELECT key_id FROM account_secret WHERE account = :key")
                .param("key", account.key())
                .query(String.class)
                .list();
    }

    private Iterable<String> atOnce(int count) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(count);
        try {
            var calls = new ArrayList<Future<String>>();
            for (var i = 0; i < count; i++) {
                calls.add(threads.submit(() -> {
                    await(start);
                    return account.accessToken();
                }));
            }
            start.countDown();
            var tokens = new ArrayList<String>();
            for (var call : calls) {
                tokens.add(call.get());
            }
            return tokens;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
