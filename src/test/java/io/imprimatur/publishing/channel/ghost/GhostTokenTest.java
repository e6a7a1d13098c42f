package io.imprimatur.publishing.channel.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.AccountUnusable;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GhostTokenTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String KEY = "5f0c4a1b2c3d4e5f60718293:" + "0123456789abcdef".repeat(4);

    @Test
    void isForTheAdminApiAndLastsFiveMinutes() throws IOException {
        var parts = GhostToken.of(KEY, NOW).split("\\.");
        assertThat(parts).hasSize(3);
        assertThat(json(parts[0]).path("kid").asText()).isEqualTo("5f0c4a1b2c3d4e5f60718293");
        assertThat(json(parts[0]).path("alg").asText()).isEqualTo("HS256");
        var claims = json(parts[1]);
        assertThat(claims.path("aud").asText()).isEqualTo("/admin/");
        assertThat(claims.path("iat").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.path("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 300);
        assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(32);
    }

    @Test
    void changesWithTime() {
        assertThat(GhostToken.of(KEY, NOW)).isNotEqualTo(GhostToken.of(KEY, NOW.plusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "5f0c4a1b2c3d4e5f60718293", "5f0c4a1b2c3d4e5f60718293:xyz"})
    void isNotMadeFromSomethingElseWhichIsNotQuoted(String key) {
        assertThatThrownBy(() -> GhostToken.of(key, NOW))
                .isInstanceOf(AccountUnusable.class)
                .hasMessage("credentials-refused");
    }

    private static JsonNode json(String part) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
