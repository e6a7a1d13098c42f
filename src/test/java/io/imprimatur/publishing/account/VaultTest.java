package io.imprimatur.publishing.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imprimatur.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final String PURPOSE = "facebook/client-secret";

    private final Vault vault = vault("a", "b");

    @Property(tries = 200)
    void whatWasSealedIsOpenedForItsPurposeAlone(
            @ForAll @StringLength(max = 3_000) String secret,
            @ForAll @StringLength(max = 60) String purpose,
            @ForAll @StringLength(max = 60) String other) {
        var box = vault.seal(secret, purpose);

        // a lone surrogate has no form in UTF-8
        var whole = new String(utf8(secret), StandardCharsets.UTF_8);
        assertThat(vault.open(box, purpose)).contains(whole);
        if (!Arrays.equals(utf8(purpose), utf8(other))) {
            assertThat(vault.open(box, other)).isEmpty();
        }
    }

    @Test
    void anyFlippedBitIsNoticed() {
        var box = vault.seal("a secret", PURPOSE);
        for (var at = 0; at < box.bytes().length * 8; at++) {
            var bytes = box.bytes().clone();
            bytes[at / 8] ^= (byte) (1 << (at % 8));
            assertThat(vault.open(new Vault.Sealed(box.keyId(), bytes), PURPOSE))
                    .isEmpty();
        }
    }

    @Test
    void whatIsCutShortIsNoticed() {
        var box = vault.seal("a secret", PURPOSE);
        for (var length = 0; length < box.bytes().length; length++) {
            assertThat(vault.open(new Vault.Sealed(box.keyId(), Arrays.copyOf(box.bytes(), length)), PURPOSE))
                    .isEmpty();
        }
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(vault.seal("a secret", PURPOSE).bytes())
                .isNotEqualTo(vault.seal("a secret", PURPOSE).bytes());
    }

    @Test
    void whatAMissingKeySealedIsNotOpened() {
        var box = vault.seal("a secret", PURPOSE);

        assertThat(vault("b").open(box, PURPOSE)).isEmpty();
        assertThat(vault("b", "a").open(box, PURPOSE)).contains("a secret");
    }

    @Test
    void aKeyOfTheSameNameWithOtherBytesOpensNothing() {
        var box = vault.seal("a secret", PURPOSE);

        assertThat(new Vault(new VaultKeys(List.of("a:" + base64('z')))).open(box, PURPOSE))
                .isEmpty();
    }

    @Test
    void whatAnEarlierKeySealedIsOld() {
        var box = vault.seal("a secret", PURPOSE);

        assertThat(vault.isOld(box)).isFalse();
        assertThat(vault("b", "a").isOld(box)).isTrue();
        assertThat(vault().isOld(box)).isFalse();
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> vault().seal("a secret", PURPOSE))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("no-vault-key");
                    assertThat(refusal.sentence()).contains("IMPRIMATUR_VAULT_KEYS");
                });
    }

    /** Each key's bytes follow from its name, so that vaults share keys. */
    static Vault vault(String... names) {
        return new Vault(new VaultKeys(Arrays.stream(names)
                .map(name -> name + ":" + base64(name.charAt(0)))
                .toList()));
    }

    private static String base64(char filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
