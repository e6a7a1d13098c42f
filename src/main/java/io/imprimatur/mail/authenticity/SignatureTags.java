package io.imprimatur.mail.authenticity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;

/** The tags of a DKIM-Signature field (RFC 6376, section 3.5), read by the parser that verifies, so that both agree. */
final class SignatureTags extends SignatureRecordImpl {
    /** @throws RuntimeException when it is no list of tags */
    SignatureTags(String value) {
        super(value);
    }

    /** Nothing: {@link SignatureRules} tells what is wrong in a word of its own, and verification validates anew. */
    @Override
    public void validate() {}

    boolean has(String tag) {
        return containsTag(tag);
    }

    /** @throws NumberFormatException when it is no number of seconds */
    Optional<Long> seconds(String tag) {
        return has(tag) ? Optional.of(Long.parseLong(text(tag))) : Optional.empty();
    }

    /** Empty if absent. */
    String text(String tag) {
        var value = has(tag) ? getValue(tag) : null;
        return value == null ? "" : value.toString();
    }

    String domain() {
        return text("d").toLowerCase(Locale.ROOT);
    }

    List<String> signed() {
        return getHeaders().stream()
                .map(name -> name.toString().strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
