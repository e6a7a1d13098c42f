package io.imprimatur.publishing.account;

import static io.imprimatur.publishing.account.AccountWorld.MANAGER;
import static io.imprimatur.publishing.account.AccountWorld.OTHER_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.facebook.FacebookFixture;
import io.imprimatur.publishing.channel.linkedin.LinkedInFixture;
import io.imprimatur.publishing.channel.wordpress.WordPressFixture;
import io.imprimatur.publishing.channel.x.XFixture;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxPlatforms;
import io.imprimatur.publishing.sandbox.Shelf;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

/** Connecting accounts on the sandbox's platforms, which agree at once. */
class ConnectionsTest {
    private final Sandbox sandbox;

    private record Back(String state, String code) {}

    private final AccountWorld world = new AccountWorld(
            VaultTest.vault("a"), XFixture.platform(), FacebookFixture.platform(), LinkedInFixture.platform());

    ConnectionsTest() throws IOException {
        sandbox = new Sandbox(0, Duration.ofMillis(100), SandboxPlatforms.all(name -> Shelf.inMemory()));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "facebook", "linkedin"})
    void anAccountIsConnectedOnThePlatformsOwnPage(String platform) {
        var account = account(platform);
        assertThat(world.view(account).connected()).isFalse();

        var back = agree(world.connections.begin(account.key(), MANAGER));
        assertThat(world.view(account).connected()).isFalse();
        assertThat(world.connections.finish(back.state(), back.code(), MANAGER)).isEqualTo(account.key());

        assertThat(world.view(account).connected()).isTrue();
        assertThat(world.accounts.test(account.key(), MANAGER)).isInstanceOf(ConnectionTest.Usable.class);
        assertThat(world.ledger)
                .extracting(LedgerEntry::action, LedgerEntry::actor, LedgerEntry::subject)
                .contains(tuple("ACCOUNT_CONNECTED", MANAGER, "account:" + account.key()));
    }

    @Test
    void aConnectionIsFinishedByWhoBeganIt() {
        var account = account("x");
        var back = agree(world.connections.begin(account.key(), MANAGER));

        assertRefused("connection-unknown", back, OTHER_MANAGER);
        assertRefused("managers-only", back, "author");
        world.connections.finish(back.state(), back.code(), MANAGER);
    }

    @Test
    void aConnectionIsFinishedOnce() {
        var account = account("x");
        var back = agree(world.connections.begin(account.key(), MANAGER));
        world.connections.finish(back.state(), back.code(), MANAGER);

        assertRefused("connection-unknown", back, MANAGER);
    }

    @Test
    void aConnectionEndsAfterAWhile() {
        var account = account("x");
        var back = agree(world.connections.begin(account.key(), MANAGER));
        world.clock.pass(Duration.ofMinutes(10).plusSeconds(1));

        assertRefused("connection-unknown", back, MANAGER);
        world.connections.begin(account.key(), MANAGER);
        assertThat(begun(account)).as("what ended is swept away").isEqualTo(1);
    }

    @Test
    void aStateThatNobodyBeganIsRefused() {
        assertRefused("connection-unknown", new Back("made-up", "c"), MANAGER);
    }

    @Test
    void aCodeWithoutTheVerifierOfItsOwnConnectionIsRefused() {
        var account = account("x");
        var first = agree(world.connections.begin(account.key(), MANAGER));
        var second = agree(world.connections.begin(account.key(), MANAGER));

        assertRefused("connection-refused", new Back(first.state(), second.code()), MANAGER);
        assertThat(world.view(account).connected()).isFalse();
        assertThat(world.ledger).extracting(LedgerEntry::action).doesNotContain("ACCOUNT_CONNECTED");
    }

    @Test
    void aPlatformThatDoesNotAnswerIsNotTakenForARefusal() {
        var account = account("x");
        var back = agree(world.connections.begin(account.key(), MANAGER));
        sandbox.next("x", Fault.LOST_BEFORE_WRITE, request -> true);

        assertRefused("connection-unanswered", back, MANAGER);
    }

    @Test
    void aPageThatThePersonMayNotSpeakForIsSaid() {
        var fields = fields("facebook");
        fields.put("page-id", "1");
        var account = world.account(platform("facebook"), fields);
        var back = agree(world.connections.begin(account.key(), MANAGER));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> world.connections.finish(back.state(), back.code(), MANAGER))
                .satisfies(refusal -> assertThat(refusal.sentence()).contains("page's id"));
    }

    @Test
    void aTokenThatCannotBeStoredConnectsNothing() {
        var account = account("x");
        var back = agree(world.connections.begin(account.key(), MANAGER));
        world.transactions.failing = true;

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> world.connections.finish(back.state(), back.code(), MANAGER));
        world.transactions.failing = false;
        assertThat(world.view(account).connected()).isFalse();
        assertThat(world.ledger).extracting(LedgerEntry::action).doesNotContain("ACCOUNT_CONNECTED");
    }

    @Test
    void onlyHashesOfStatesAndSealedVerifiersAreKept() {
        var account = account("x");
        var page = world.connections.begin(account.key(), MANAGER);
        var state = parameters(page).get("state");

        assertThat(parameters(page))
                .containsEntry("code_challenge_method", "S256")
                .containsKey("code_challenge");
        assertThat(world.jdbc
                        .sql("SELECT state_hash FROM account_connection WHERE account = :key")
                        .param("key", account.key())
                        .query(String.class)
                        .single())
                .hasSize(64)
                .isNotEqualTo(state);
    }

    @Test
    void theCallbackIsTheHousesOwnAddress() {
        assertThat(parameters(world.connections.begin(account("linkedin").key(), MANAGER)))
                .containsEntry("redirect_uri", "https://imprimatur.hospital.example/accounts/connected");
    }

    @Test
    void aPlatformWithoutOAuthNeedsNoConnection() {
        var wordpress = new AccountWorld(VaultTest.vault("a"), WordPressFixture.platform());
        var account = wordpress.account(
                WordPressFixture.platform(),
                Map.of("url", "https://blog.hospital.example", "user", "u", "password", "p"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> wordpress.connections.begin(account.key(), MANAGER))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("not-by-oauth"));
    }

    private void assertRefused(String code, Back back, String person) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> world.connections.finish(back.state(), back.code(), person))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Account account(String platform) {
        return world.account(platform(platform), fields(platform));
    }

    private Map<String, String> fields(String key) {
        var fields = new TreeMap<>(sandbox.platforms().stream()
                .filter(platform -> platform.key().equals(key))
                .findFirst()
                .orElseThrow()
                .account(sandbox.url(key)));
        fields.remove("access-token");
        return fields;
    }

    private static Platform platform(String key) {
        return switch (key) {
            case "x" -> XFixture.platform();
            case "facebook" -> FacebookFixture.platform();
            default -> LinkedInFixture.platform();
        };
    }

    private long begun(Account account) {
        return world.jdbc
                .sql("SELECT count(*) FROM account_connection WHERE account = :key")
                .param("key", account.key())
                .query(Long.class)
                .single();
    }

    /** What the platform sends the manager's browser back with. */
    private static Back agree(URI page) {
        try {
            var answer =
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(302);
            var back = parameters(
                    URI.create(answer.headers().firstValue("Location").orElseThrow()));
            return new Back(String.valueOf(back.get("state")), String.valueOf(back.get("code")));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> parameters(URI page) {
        var parameters = new TreeMap<String, String>();
        UriComponentsBuilder.fromUri(page)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> parameters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return parameters;
    }
}
