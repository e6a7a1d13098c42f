package io.imprimatur.mail.authenticity;

import io.imprimatur.mail.authenticity.Authenticity.Means;
import io.imprimatur.mail.authenticity.Authenticity.Proven;
import io.imprimatur.mail.authenticity.Authenticity.Unproven;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A DKIM signature of the From address's domain, verified here over the whole message that was fetched. */
@Component
class SignatureEvidence implements Evidence {
    private static final String FOREIGN = "dkim-foreign-domain";
    private static final int LONGEST_NAME = 253;

    private final AuthenticityProperties.Dkim bounds;
    private final KeyLookup keys;
    private final SignatureRules rules;

    SignatureEvidence(AuthenticityProperties properties, KeyLookup keys, Clock clock) {
        this.bounds = properties.dkim();
        this.keys = keys;
        this.rules = new SignatureRules(bounds, clock);
    }

    @Override
    public Authenticity judge(Claim claim) {
        if (!bounds.enabled()) {
            return ABSENT;
        }
        Authenticity reason = ABSENT;
        int tried = 0;
        for (var field : claim.message().all(SignatureCheck.FIELD)) {
            var problem = tried < bounds.maxSignatures() ? problem(field, claim) : Optional.of("dkim-too-many");
            if (problem.isEmpty()) {
                return new Proven(Means.DKIM, claim.domain());
            }
            tried += problem.get().equals(FOREIGN) ? 0 : 1;
            if (reason.equals(ABSENT) || reason.equals(new Unproven(FOREIGN))) {
                reason = new Unproven(problem.get());
            }
        }
        return reason;
    }

    private Optional<String> problem(HeaderField field, Claim claim) {
        SignatureTags tags;
        try {
            tags = new SignatureTags(field.raw().substring(field.raw().indexOf(':') + 1));
            var objection = rules.objection(tags, claim);
            if (objection.isPresent()) {
                return objection;
            }
        } catch (RuntimeException malformed) {
            return Optional.of("dkim-malformed");
        }
        var name = tags.text("s") + "._domainkey." + tags.domain();
        if (name.length() > LONGEST_NAME || !name.chars().allMatch(SignatureEvidence::inHostName)) {
            return Optional.of("dkim-malformed");
        }
        try {
            var key = PublishedKey.among(keys.records(name));
            if (key.isEmpty()) {
                return Optional.of("dkim-no-key");
            }
            var objection = PublishedKey.objection(key.get());
            return objection.isPresent() ? objection : SignatureCheck.problem(field, claim.message(), key.get());
        } catch (KeyLookup.Unavailable unavailable) {
            return Optional.of("dkim-key-unavailable");
        }
    }

    private static boolean inHostName(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }
}
