package io.imprimatur.mail.oauth;

import io.imprimatur.platform.CannotStart;
import jakarta.mail.AuthenticationFailedException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The access token with which the application logs in at the mail servers, kept until shortly before its end. */
@Component
public class OAuthTokens {
    private final OAuthProperties properties;
    private final TokenEndpoint endpoint;
    private final Clock clock;
    private String refreshToken;
    private @Nullable AccessToken current;

    OAuthTokens(OAuthProperties properties, Clock clock) {
        if (!isSafe(properties.tokenUrl().strip())) {
            throw new CannotStart(
                    "imprimatur.mail.oauth.token-url must begin with https://, since the application's secret"
                            + " is sent there.");
        }
        this.properties = properties;
        this.endpoint = new TokenEndpoint(properties);
        this.clock = clock;
        this.refreshToken = properties.refreshToken();
    }

    private static boolean isSafe(String url) {
        return url.isEmpty() || url.startsWith("https://") || url.startsWith("http://127.0.0.1:");
    }

    /** Whether tokens take the place of passwords. */
    public boolean isConfigured() {
        return !properties.tokenUrl().isBlank();
    }

    /** @throws AuthenticationFailedException when the identity provider gives none */
    public synchronized String token() throws AuthenticationFailedException {
        var token = current;
        if (token == null || !token.isFresh(clock.instant())) {
            var answer = endpoint.ask(refreshToken);
            refreshToken = answer.refreshToken().isEmpty() ? refreshToken : answer.refreshToken();
            var end = clock.instant().plusSeconds(answer.seconds()).minus(properties.renewBefore());
            token = new AccessToken(answer.accessToken(), end);
            current = token;
        }
        return token.value();
    }

    /** A server refused it, so the next one is asked for anew. */
    public synchronized void forget() {
        current = null;
    }

    private record AccessToken(String value, Instant renewAt) {
        boolean isFresh(Instant now) {
            return now.isBefore(renewAt);
        }

        @Override
        public String toString() {
            return "access token";
        }
    }
}
