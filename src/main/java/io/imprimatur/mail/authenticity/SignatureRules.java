package io.imprimatur.mail.authenticity;

import com.google.common.net.InternetDomainName;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a signature must be like, beside being right, to prove who wrote a mail. RFC 6376 leaves all of this to the reader,
 * and the library that verifies accepts a second From, text after what {@code l=} covers, and anybody's domain.
 *
 * <p>Fields that change how the mail is read or whom it is for must be covered wherever they are present, in every
 * occurrence: else somebody could re-address a signed mail, or make a reader take another part of its body for the text.
 */
final class SignatureRules {
    /** The only algorithm of RFC 8301 that the library knows; rsa-sha1 must not be believed any more. */
    private static final String ALGORITHM = "rsa-sha256";

    private final List<String> covered;
    private final AuthenticityProperties.Dkim bounds;
    private final Clock clock;

    SignatureRules(AuthenticityProperties.Dkim bounds, Clock clock) {
        var covered = new HashSet<String>();
        bounds.signedHeaders().forEach(name -> covered.add(name.strip().toLowerCase(Locale.ROOT)));
        covered.add("from");
        this.covered = List.copyOf(covered);
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Code of what is wrong with it; nothing is asked of the network. */
    Optional<String> objection(SignatureTags tags, Claim claim) {
        if (!aligned(tags.domain(), claim.domain())) {
            return Optional.of("dkim-foreign-domain");
        }
        if (!tags.text("a").equalsIgnoreCase(ALGORITHM)) {
            return Optional.of("dkim-algorithm");
        }
        if (tags.has("l")) {
            return Optional.of("dkim-length-tag");
        }
        var signed = tags.signed();
        if (!signed.contains("from")) {
            return Optional.of("dkim-from-unsigned");
        }
        if (!covered.stream()
                .allMatch(name -> Collections.frequency(signed, name)
                        >= claim.message().all(name).size())) {
            return Optional.of("dkim-field-unsigned");
        }
        return timely(tags);
    }

    private Optional<String> timely(SignatureTags tags) {
        var now = clock.instant();
        var signedAt = tags.seconds("t");
        var expiresAt = tags.seconds("x");
        if (signedAt.isPresent()
                && signedAt.get() > now.plus(bounds.clockSkew()).getEpochSecond()) {
            return Optional.of("dkim-future");
        }
        return expiresAt.isPresent() && expiresAt.get() <= now.getEpochSecond()
                ? Optional.of("dkim-expired")
                : Optional.empty();
    }

    /**
     * Relaxed alignment (RFC 7489, section 3.1.1) in one direction: the signing domain may be above the From address's if
     * somebody can have registered it, so never for all of {@code co.uk}.
     */
    static boolean aligned(String signing, String from) {
        if (signing.equals(from)) {
            return true;
        }
        return from.endsWith("." + signing)
                && InternetDomainName.isValid(signing)
                && InternetDomainName.from(signing).isUnderPublicSuffix();
    }
}
