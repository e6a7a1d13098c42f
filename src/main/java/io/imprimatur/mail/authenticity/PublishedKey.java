package io.imprimatur.mail.authenticity;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.tagvalue.PublicKeyRecordImpl;

/** A key record that a signer published (RFC 6376, section 3.6.1), and whether it may prove anything. */
final class PublishedKey {
    /** RFC 8301, section 3.2. */
    private static final int SHORTEST_RSA = 1024;

    private PublishedKey() {}

    /** The one key record among a name's TXT records; nothing if there is none or more than one, so none can be chosen. */
    static Optional<String> among(List<String> records) {
        var keys = records.stream().filter(PublishedKey::isKey).toList();
        return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
    }

    /** Code of why the key may not be believed. */
    static Optional<String> objection(String record) {
        try {
            var key = new PublicKeyRecordImpl(record);
            key.validate();
            if (key.isTesting()) {
                return Optional.of("dkim-testing-key");
            }
            return key.getPublicKey() instanceof RSAPublicKey rsa
                            && rsa.getModulus().bitLength() >= SHORTEST_RSA
                    ? Optional.empty()
                    : Optional.of("dkim-weak-key");
        } catch (RuntimeException malformed) {
            return Optional.of("dkim-bad-key");
        }
    }

    private static boolean isKey(String record) {
        try {
            return new PublicKeyRecordImpl(record).getTags().contains("p");
        } catch (RuntimeException somethingElse) {
            return false;
        }
    }
}
