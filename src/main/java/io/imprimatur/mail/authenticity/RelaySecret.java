package io.imprimatur.mail.authenticity;

import io.imprimatur.mail.authenticity.Authenticity.Means;
import io.imprimatur.mail.authenticity.Authenticity.Proven;
import io.imprimatur.mail.authenticity.Authenticity.Unproven;
import io.imprimatur.platform.CannotStart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A header field with a secret that our own relay sets on mail whose sender it has authenticated, and removes from all
 * other mail. Mail within one Microsoft 365 tenant carries neither DMARC nor DKIM; there a mail flow rule is the relay.
 */
@Component
class RelaySecret implements Evidence {
    private static final int SHORTEST = 16;

    private final List<Relay> relays = new ArrayList<>();

    RelaySecret(AuthenticityProperties properties, ObjectProvider<TrustedRelay> inside) {
        if (properties.relayHeader().isBlank() != properties.relayValue().isBlank()) {
            throw new CannotStart(
                    "imprimatur.mail.authenticity.relay-header and imprimatur.mail.authenticity.relay-value"
                            + " need each other; set both or neither.");
        }
        if (!properties.relayValue().isBlank()) {
            if (properties.relayValue().strip().length() < SHORTEST) {
                throw new CannotStart("imprimatur.mail.authenticity.relay-value needs at least " + SHORTEST
                        + " characters, since whoever guesses it can write in anybody's name.");
            }
            relays.add(new Relay(properties.relayHeader().strip(), properties.relayValue()));
        }
        inside.stream().map(relay -> new Relay(relay.header(), relay.value())).forEach(relays::add);
    }

    @Override
    public Authenticity judge(Claim claim) {
        Authenticity answer = ABSENT;
        for (var relay : relays) {
            var fields = claim.message().all(relay.header);
            if (fields.size() == 1 && relay.wrote(fields.get(0))) {
                return new Proven(Means.RELAY, claim.domain());
            }
            if (!fields.isEmpty()) {
                answer = new Unproven(fields.size() == 1 ? "relay-mismatch" : "relay-ambiguous");
            }
        }
        return answer;
    }

    /** A class, not a record, so that no text of it shows the secret. */
    private static final class Relay {
        private final String header;
        private final byte[] value;

        Relay(String header, String value) {
            this.header = header;
            this.value = value.strip().getBytes(StandardCharsets.UTF_8);
        }

        boolean wrote(HeaderField field) {
            var given = field.value().strip().getBytes(StandardCharsets.ISO_8859_1);
            return MessageDigest.isEqual(given, value);
        }
    }
}
