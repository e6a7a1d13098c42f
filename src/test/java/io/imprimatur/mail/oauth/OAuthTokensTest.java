package io.imprimatur.mail.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.platform.CannotStart;
import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private TokenServer server;
    private Instant now = NOW;

    @BeforeEach
    void open() throws IOException {
        server = new TokenServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private OAuthTokens tokens(String... settings) {
        var all = new HashMap<>(Map.of(
                "token-url", server.url(),
                "client-id", "app 1",
                "client-secret", "s&cret",
                "scope", "https://mail.example/.default"));
        for (int at = 0; at < settings.length; at += 2) {
            all.put(settings[at], settings[at + 1]);
        }
        return Tokens.with(all, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @Test
    void theTokenIsAskedForAsTheApplication() throws Exception {
        assertThat(tokens().token()).isEqualTo("token-1");
        assertThat(server.requests)
                .containsExactly("grant_type=client_credentials&client_id=app+1&client_secret=s%26cret"
                        + "&scope=https%3A%2F%2Fmail.example%2F.default");
    }

    @Test
    void itIsKeptUntilShortlyBeforeItsEnd() throws Exception {
        var tokens = tokens("renew-before", "5m");
        tokens.token();
        now = NOW.plus(Duration.ofMinutes(54));
        tokens.token();
        assertThat(server.requests).hasSize(1);
        now = NOW.plus(Duration.ofMinutes(56));
        server.answer = server.answer.replace("token-1", "token-2");
        assertThat(tokens.token()).isEqualTo("token-2");
        assertThat(server.requests).hasSize(2);
    }

    @Test
    void oneThatAServerRefusedIsForgotten() throws Exception {
        var tokens = tokens();
        tokens.token();
        tokens.forget();
        tokens.token();
        assertThat(server.requests).hasSize(2);
    }

    @Test
    void aNewRefreshTokenTakesTheOldOnesPlace() throws Exception {
        var tokens = tokens("grant", "refresh-token", "refresh-token", "r1");
        server.answer = "{\"access_token\":\"a\",\"expires_in\":\"60\",\"refresh_token\":\"r2\"}";
        tokens.token();
        tokens.token();
        assertThat(server.requests.get(0)).contains("grant_type=refresh_token").endsWith("refresh_token=r1");
        assertThat(server.requests.get(1)).endsWith("refresh_token=r2");
    }

    @Test
    void whateverTheEndpointSaysNoSecretIsInTheFailure() throws Exception {
        server.status = 401;
        server.answer = "{\"error\":\"invalid_client\",\"error_description\":\"s&cret is wrong\"}";
        assertRefused(tokens());
        server.status = 200;
        for (var answer : java.util.List.of(
                "",
                "{}",
                "[]",
                "<html>",
                "{\"access_token\":\"\"}",
                "{\"access_token\":{}}",
                "{\"access_token\":\"" + "x".repeat(100_000) + "\"}")) {
            server.answer = answer;
            assertRefused(tokens());
        }
        assertRefused(tokens("token-url", "https://not a host/"));
        assertRefused(tokens("token-url", "http://127.0.0.1:1/"));
    }

    @Test
    void anEndpointThatNeverAnswersIsNotWaitedForForEver() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    tokens("token-url", "http://127.0.0.1:" + silent.getLocalPort() + "/", "read-timeout", "200ms"));
        }
    }

    @Test
    void theSecretIsNotSentInTheClear() {
        assertThatThrownBy(() -> tokens("token-url", "http://login.example/token"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("https://");
    }

    private static void assertRefused(OAuthTokens tokens) {
        assertThatThrownBy(tokens::token)
                .isInstanceOf(AuthenticationFailedException.class)
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("s&cret", "token-1", "app 1"));
    }
}
