package io.imprimatur.mail.decision;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The address of the mailbox for answers, with a token or a notice's id behind a plus (RFC 5233, sub-addressing). */
@Component
public class DecisionAddress {
    private static final String BOUNCE = "bounce-";

    private final @Nullable String local;
    private final @Nullable String domain;
    private final boolean verp;

    DecisionAddress(DecisionProperties properties) {
        var address = properties.address();
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (address != null && (at < 1 || at == address.length() - 1)) {
            throw new IllegalArgumentException(
                    "imprimatur.mail.decisions.address must be one address, such as decide@hospital.example");
        }
        this.local = address == null ? null : address.substring(0, at).toLowerCase(Locale.ROOT);
        this.verp = properties.verp();
        this.domain = address == null ? null : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether the envelope's sender may be an address of ours with a notice's id. */
    public boolean hasBounces() {
        return exists() && verp;
    }

    /** Whether replies can be taken at all. */
    public boolean exists() {
        return local != null;
    }

    /** The address itself, in lower case. */
    public Optional<String> plain() {
        return exists() ? Optional.of(local + "@" + domain) : Optional.empty();
    }

    public String replyTo(String token) {
        return local + "+" + token + "@" + domain;
    }

    /** VERP: where mail goes that comes back, so that it tells which notice it was. */
    public String bounceOf(UUID notice) {
        return local + "+" + BOUNCE + notice.toString().replace("-", "") + "@" + domain;
    }

    /** The first token among these addresses. */
    Optional<String> token(List<String> addresses) {
        return addresses.stream()
                .flatMap(each -> detail(each).stream())
                .flatMap(detail -> Tokens.read(detail).stream())
                .findFirst();
    }

    /** The first notice among these addresses. */
    Optional<UUID> bounced(List<String> addresses) {
        return addresses.stream()
                .flatMap(each -> detail(each).stream())
                .filter(detail -> detail.startsWith(BOUNCE))
                .flatMap(detail -> notice(detail.substring(BOUNCE.length())).stream())
                .findFirst();
    }

    private Optional<String> detail(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        var prefix = local + "+";
        int at = lower.lastIndexOf('@');
        return exists()
                        && at > 0
                        && lower.startsWith(prefix)
                        && lower.substring(at + 1).equals(domain)
                ? Optional.of(lower.substring(prefix.length(), at))
                : Optional.empty();
    }

    private static Optional<UUID> notice(String hex) {
        if (hex.length() != 32 || !hex.chars().allMatch(each -> Character.digit(each, 16) >= 0)) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(java.util.HexFormat.of().parseHex(hex));
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
