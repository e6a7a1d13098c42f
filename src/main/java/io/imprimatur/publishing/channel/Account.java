package io.imprimatur.publishing.channel;

import java.net.URI;
import java.util.Optional;

/** What a channel knows of its account. Secrets are decrypted when they are asked for and kept nowhere. */
public interface Account {
    /** The code of a field that is not filled. */
    String INCOMPLETE = "account-incomplete";

    /** The channel's key. */
    String key();

    String displayName();

    /** The value of a field of kind TEXT or ADDRESS; empty when it is not filled. */
    Optional<String> setting(String field);

    /**
     * A field of kind SECRET.
     *
     * @throws AccountUnusable when it is not filled ({@link #INCOMPLETE}) or cannot be decrypted
     */
    String secret(String field);

    /**
     * The token of an account that was connected by OAuth 2, refreshed beforehand when it is about to expire.
     *
     * @throws AccountUnusable when it expired and cannot be refreshed, or cannot be refreshed now
     */
    String accessToken();

    /**
     * A secret that may be left empty.
     *
     * @throws AccountUnusable when it cannot be decrypted
     */
    default Optional<String> secretIfFilled(String field) {
        try {
            return Optional.of(secret(field));
        } catch (AccountUnusable unusable) {
            if (unusable.code().equals(INCOMPLETE)) {
                return Optional.empty();
            }
            throw unusable;
        }
    }

    /** A required field. */
    default String required(String field) {
        return setting(field).orElseThrow(() -> AccountUnusable.untilConnectedAgain(INCOMPLETE));
    }

    /** A field of kind ADDRESS, or that address when it is not filled. */
    default URI address(String field, String otherwise) {
        return URI.create(setting(field).orElse(otherwise));
    }
}
