package io.imprimatur.mail.authenticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.mail.authenticity.Authenticity.Means;
import io.imprimatur.mail.authenticity.Authenticity.Proven;
import io.imprimatur.mail.authenticity.Authenticity.Unproven;
import io.imprimatur.platform.CannotStart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelaySecretTest {
    private static final String SECRET = "q7Zr-2fWm-88Lk-t0Pd";
    private static final Map<String, String> SETTINGS = Map.of(
            "imprimatur.mail.authenticity.relay-header",
            "X-Clinic-Relay",
            "imprimatur.mail.authenticity.relay-value",
            SECRET);
    private static final Proven PROVEN = new Proven(Means.RELAY, "clinic.example");

    private static Authenticity judge(Map<String, String> settings, String fields) {
        return Senders.check(settings, name -> List.of())
                .of(Senders.bytes(fields + Senders.mail("Approved\r\n")), Senders.FROM);
    }

    @Test
    void theSecretProves() {
        assertThat(judge(SETTINGS, "x-clinic-RELAY:  " + SECRET + "\r\n")).isEqualTo(PROVEN);
    }

    @Test
    void anotherValueOrASecondFieldDoesNot() {
        assertThat(judge(SETTINGS, "X-Clinic-Relay: guess\r\n")).isEqualTo(new Unproven("relay-mismatch"));
        assertThat(judge(SETTINGS, "X-Clinic-Relay:\r\n")).isEqualTo(new Unproven("relay-mismatch"));
        assertThat(judge(SETTINGS, "X-Clinic-Relay: " + SECRET + "\r\nX-Clinic-Relay: " + SECRET + "\r\n"))
                .isEqualTo(new Unproven("relay-ambiguous"));
        assertThat(judge(SETTINGS, "X-Other: " + SECRET + "\r\n")).isEqualTo(new Unproven("no-proof"));
        assertThat(judge(Map.of(), "X-Clinic-Relay: " + SECRET + "\r\n")).isEqualTo(new Unproven("no-proof"));
    }

    @Test
    void aRelayInsideTheProcessIsBelieved() {
        var inside = new TrustedRelay() {
            @Override
            public String header() {
                return "X-Inside";
            }

            @Override
            public String value() {
                return "of this process";
            }
        };
        var check = Senders.check(Map.of(), name -> List.of(), List.of(inside));
        assertThat(check.of(Senders.bytes("X-Inside: of this process\r\n" + Senders.mail("Approved")), Senders.FROM))
                .isEqualTo(PROVEN);
        assertThat(check.of(Senders.bytes("X-Inside: of another\r\n" + Senders.mail("Approved")), Senders.FROM))
                .isEqualTo(new Unproven("relay-mismatch"));
    }

    @Test
    void halfASettingOrAShortSecretStopsTheStartWithoutShowingIt() {
        var name = "imprimatur.mail.authenticity.relay-header";
        var value = "imprimatur.mail.authenticity.relay-value";
        assertThatThrownBy(() -> judge(Map.of(name, "X-Clinic-Relay"), "")).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> judge(Map.of(value, SECRET), "")).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> judge(Map.of(name, "X-Clinic-Relay", value, "tooshort"), ""))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("at least 16")
                .hasMessageNotContaining("tooshort");
    }
}
