package io.imprimatur.publishing.channel;

import java.util.List;
import java.util.function.Function;

/**
 * How a platform grants access by OAuth 2 (RFC 6749, section 4.1).
 *
 * @param authorize the page where the manager agrees
 * @param token where a code, or a refresh token, is exchanged; the credentials of the application are the account's fields
 *     {@code client-id} and {@code client-secret}
 * @param scopes in their order
 * @param pkce whether the platform wants a code challenge (RFC 7636, method S256)
 * @param basic whether the application's credentials go into the Authorization header; else into the form
 * @param afterwards the platform's own further exchange, such as Facebook's of a person's token for a page's
 */
public record OAuthTerms(
        Function<Account, String> authorize,
        Function<Account, String> token,
        List<String> scopes,
        boolean pkce,
        boolean basic,
        Exchange afterwards) {
    public OAuthTerms {
        scopes = List.copyOf(scopes);
    }

    /** Turns the token that the platform granted into the one that the account keeps. */
    @FunctionalInterface
    public interface Exchange {
        Granted apply(Account account, Granted granted);

        static Exchange none() {
            return (account, granted) -> granted;
        }
    }

    /**
     * @param refreshToken empty when the platform gave none
     * @param lifetimeSeconds of the access token; 0 when it does not end
     */
    public record Granted(String accessToken, String refreshToken, long lifetimeSeconds) {
        @Override
        public String toString() {
            return "Granted[lifetimeSeconds=" + lifetimeSeconds + "]";
        }
    }
}
