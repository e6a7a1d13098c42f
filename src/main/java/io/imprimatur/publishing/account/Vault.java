package io.imprimatur.publishing.account;

import io.imprimatur.platform.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets with AES-256-GCM (NIST SP 800-38D). What a secret is for is authenticated along with it, so a sealed secret
 * cannot be moved to another account or field.
 */
class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final VaultKeys keys;
    private final SecureRandom random = new SecureRandom();

    Vault(VaultKeys keys) {
        this.keys = keys;
    }

    /** @param bytes the nonce, then what is encrypted with its tag */
    record Sealed(String keyId, byte[] bytes) {}

    /**
     * @param purpose what the secret is for; opening needs the same
     * @throws Refusal 409 {@code no-vault-key} when this installation has no key
     */
    Sealed seal(String secret, String purpose) {
        var keyId = keys.current()
                .orElseThrow(
                        () -> Refusal.conflict(
                                "no-vault-key",
                                "Accounts cannot be kept before an operator has set the environment variable IMPRIMATUR_VAULT_KEYS."));
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var box = cipher(Cipher.ENCRYPT_MODE, key(keyId).orElseThrow(), nonce, purpose)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return new Sealed(
                    keyId,
                    ByteBuffer.allocate(nonce.length + box.length)
                            .put(nonce)
                            .put(box)
                            .array());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Empty when its key is not there any more, or when it is not what was sealed for that purpose. */
    Optional<String> open(Sealed box, String purpose) {
        var key = key(box.keyId());
        if (key.isEmpty() || box.bytes().length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(box.bytes(), 0, nonce, 0, NONCE_BYTES);
        try {
            var opened = cipher(Cipher.DECRYPT_MODE, key.get(), nonce, purpose)
                    .doFinal(box.bytes(), NONCE_BYTES, box.bytes().length - NONCE_BYTES);
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException tampered) {
            return Optional.empty();
        }
    }

    /** Whether it would be sealed with another key today. */
    boolean isOld(Sealed box) {
        return keys.current().filter(current -> !current.equals(box.keyId())).isPresent();
    }

    private Optional<SecretKey> key(String name) {
        return keys.find(name);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
