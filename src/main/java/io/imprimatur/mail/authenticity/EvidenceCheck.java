package io.imprimatur.mail.authenticity;

import com.google.common.net.InternetDomainName;
import io.imprimatur.mail.authenticity.Authenticity.Proven;
import io.imprimatur.mail.authenticity.Authenticity.Unproven;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tries the means one after the other: our server's verdict, a signature, our relay's secret. */
@Component
class EvidenceCheck implements AuthenticityCheck {
    private final AuthenticityProperties properties;
    private final List<Evidence> means;

    EvidenceCheck(
            AuthenticityProperties properties,
            ReceiverVerdict verdict,
            SignatureEvidence signature,
            RelaySecret relay) {
        this.properties = properties;
        this.means = List.of(verdict, signature, relay);
    }

    @Override
    public Authenticity of(byte[] raw, String fromAddress) {
        var domain = domain(fromAddress);
        if (domain.isEmpty()) {
            return new Unproven("from-malformed");
        }
        var message = RawMessage.read(raw, properties.maxHeaderSize().toBytes());
        if (message.isEmpty()) {
            return new Unproven("header-malformed");
        }
        var from = message.get().all("From");
        if (from.size() != 1) {
            return new Unproven("from-not-single");
        }
        if (!from.get(0).value().toLowerCase(Locale.ROOT).contains(domain.get())) {
            return new Unproven("from-differs");
        }
        return judge(new Claim(message.get(), domain.get()));
    }

    /** The first reason that says more than that a means has nothing to go by. */
    private Authenticity judge(Claim claim) {
        Authenticity reason = Evidence.ABSENT;
        for (var one : means) {
            var judged = one.judge(claim);
            if (judged instanceof Proven) {
                return judged;
            }
            reason = reason.equals(Evidence.ABSENT) ? judged : reason;
        }
        return reason;
    }

    private static Optional<String> domain(String address) {
        try {
            var domain =
                    IDN.toASCII(address.substring(address.lastIndexOf('@') + 1)).toLowerCase(Locale.ROOT);
            return InternetDomainName.isValid(domain) && !domain.endsWith(".") ? Optional.of(domain) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
