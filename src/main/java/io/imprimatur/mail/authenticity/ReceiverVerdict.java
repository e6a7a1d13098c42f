package io.imprimatur.mail.authenticity;

import io.imprimatur.mail.authenticity.AuthenticationResults.Property;
import io.imprimatur.mail.authenticity.AuthenticationResults.Result;
import io.imprimatur.mail.authenticity.Authenticity.Means;
import io.imprimatur.mail.authenticity.Authenticity.Proven;
import io.imprimatur.mail.authenticity.Authenticity.Unproven;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Our receiving server's DMARC verdict, from the topmost Authentication-Results field of the message and no other.
 *
 * <p>It relies on the server doing what RFC 8601, section 5, demands: that it removes fields of its own name from what
 * comes in, and adds one to every message. A field that a sender wrote stands where a server's own stands too when that
 * adds none, so no reader can tell them apart; what can be told is checked: nothing stands above it but what our own
 * servers added, that is no other Authentication-Results, and Received fields by {@link OwnHosts} only. So neither the
 * verdict of a former delivery nor one that came through a foreign server counts.
 */
@Component
class ReceiverVerdict implements Evidence {
    private static final String RESULTS = "Authentication-Results";

    private final String authservId;
    private final OwnHosts ownHosts;

    ReceiverVerdict(AuthenticityProperties properties) {
        this.authservId = properties.authservId().strip();
        this.ownHosts = OwnHosts.of(properties.ownHosts(), authservId);
    }

    @Override
    public Authenticity judge(Claim claim) {
        var fields = claim.message().all(RESULTS);
        if (authservId.isEmpty() || fields.isEmpty()) {
            return ABSENT;
        }
        var top = AuthenticationResults.parse(fields.get(0).value());
        if (top.isEmpty()) {
            return new Unproven("results-malformed");
        }
        if (!top.get().authservId().equalsIgnoreCase(authservId)) {
            return new Unproven("results-foreign");
        }
        if (!ownHosts.wroteAllReceivedAbove(fields.get(0), claim.message())) {
            return new Unproven("results-misplaced");
        }
        return judge(top.get().results(), claim.domain());
    }

    /** Two verdicts, even alike, or two domains of one are a contradiction: a value may have been made to look like one. */
    private static Authenticity judge(List<Result> results, String domain) {
        var verdicts = results.stream()
                .filter(result -> result.method().equals("dmarc"))
                .toList();
        if (verdicts.size() != 1) {
            return new Unproven(verdicts.isEmpty() ? "results-without-dmarc" : "results-ambiguous");
        }
        if (!verdicts.get(0).result().equals("pass")) {
            return new Unproven("dmarc-not-passed");
        }
        var from = verdicts.get(0).properties().stream()
                .filter(property ->
                        property.type().equals("header") && property.name().equals("from"))
                .map(Property::value)
                .toList();
        if (from.size() != 1) {
            return new Unproven(from.isEmpty() ? "results-without-domain" : "results-ambiguous");
        }
        var judged = from.get(0).substring(from.get(0).lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return judged.equals(domain) ? new Proven(Means.DMARC, domain) : new Unproven("dmarc-of-another-domain");
    }
}
