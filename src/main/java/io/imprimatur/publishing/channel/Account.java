package io.imprimatur.publishing.channel;

import java.net.URI;
import java.util.Optional;

/** What a channel knows of its account. Secrets are decrypted when they are asked for and kept nowhere. */
public interface Account {
    /** The channel's key. */
    String key();

    String displayName();

    /** The value of a field of kind TEXT or ADDRESS; empty when it is not filled. */
    Optional<String> setting(String field);

    /** @throws AccountUnusable when it is not filled or cannot be decrypted */
    String secret(String field);

    /**
     * The token of an account that was connected by OAuth 2, refreshed beforehand when it is about to expire.
     *
     * @throws AccountUnusable when it expired and cannot be refreshed, or cannot be refreshed now
     */
    String accessToken();

    /** A required field. */
    default String required(String field) {
        return setting(field).orElseThrow(() -> AccountUnusable.untilConnectedAgain("account-incomplete"));
    }

    /** A field of kind ADDRESS, or that address when it is not filled. */
    default URI address(String field, String otherwise) {
        return URI.create(setting(field).orElse(otherwise));
    }
}
