package io.imprimatur.publishing.channel;

import java.util.List;
import java.util.Optional;

/** A kind of channel of which a house can have accounts. */
public interface Platform {
    /** Lower-case letters; never changes, accounts are stored under it. */
    String key();

    String displayName();

    /** What a manager fills in for an account, in the order of the form. */
    List<AccountField> fields();

    /** How an account is connected in the platform's own pages; empty when its fields are all it needs. */
    default Optional<OAuthTerms> oauth() {
        return Optional.empty();
    }

    /**
     * The account as a channel. Sends nothing yet.
     *
     * @param account all of whose required fields are filled
     */
    Channel open(Account account);
}
