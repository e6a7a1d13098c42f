package io.imprimatur.mail;

import java.time.Instant;
import java.util.List;

/** People whom mail does not reach, since it came back from their address. */
public interface Undeliverable {
    /** @param status what the other server said, such as {@code 5.1.1} (RFC 3463) */
    record Address(String person, String email, String status, Instant since) {}

    /** Those whose address is still the one that mail came back from. */
    List<Address> all();

    /**
     * Forgets that mail came back, so that it is sent again.
     *
     * @throws io.imprimatur.platform.Refusal (404, {@code address-not-found})
     */
    void clear(String person);
}
