package io.imprimatur.publishing.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imprimatur.platform.CannotStart;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultKeysTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void theFirstSealsAndTheOthersAreFoundByTheirNames() {
        var keys = new VaultKeys(List.of("2031-05:" + KEY, " 2030-11:" + KEY + " "));

        assertThat(keys.current()).contains("2031-05");
        assertThat(keys.find("2030-11")).isPresent();
        assertThat(keys.find("2029-01")).isEmpty();
    }

    @Test
    void thereMayBeNone() {
        assertThat(new VaultKeys(List.of()).current()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret-that-nobody-may-read",
                ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "two words:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "short:AAAAAAAAAAAAAAAAAAAAAA==",
                "long:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "odd:this is no Base64!",
                "empty:"
            })
    void aKeyThatIsNoneRefusesTheStartWithoutShowingIt(String given) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new VaultKeys(List.of(given)))
                .satisfies(refused -> assertThat(refused.sentence())
                        .contains("IMPRIMATUR_VAULT_KEYS")
                        .doesNotContain(given)
                        .doesNotContain("AAAA"));
    }

    @Test
    void aNameThatIsGivenTwiceRefusesTheStart() {
        var other = new byte[32];
        Arrays.fill(other, (byte) 7);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new VaultKeys(
                        List.of("a:" + KEY, "a:" + Base64.getEncoder().encodeToString(other))))
                .satisfies(refused -> assertThat(refused.sentence()).contains("same name"));
    }
}
