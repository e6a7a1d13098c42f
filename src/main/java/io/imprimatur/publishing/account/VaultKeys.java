package io.imprimatur.publishing.account;

import io.imprimatur.platform.CannotStart;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys that secrets are sealed with, by their names; the first is the one that seals. */
final class VaultKeys {
    private static final int BYTES = 32;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    /** @param given each a name, a colon and 32 bytes in Base64 */
    VaultKeys(List<String> given) {
        for (var each : given) {
            var parts = each.strip().split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9._-]{1,40}")) {
                throw new CannotStart("A key of IMPRIMATUR_VAULT_KEYS is not a name, a colon and 32 bytes in Base64.");
            }
            if (keys.put(parts[0], key(parts[1])) != null) {
                throw new CannotStart("Two keys of IMPRIMATUR_VAULT_KEYS have the same name.");
            }
        }
    }

    Optional<String> current() {
        return keys.keySet().stream().findFirst();
    }

    Optional<SecretKey> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    private static SecretKey key(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, as for a wrong length
        }
        throw new CannotStart(
                "A key of IMPRIMATUR_VAULT_KEYS does not have 32 bytes in Base64; make one with: openssl rand -base64 32");
    }
}
