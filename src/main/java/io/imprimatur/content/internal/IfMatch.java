package io.imprimatur.content.internal;

import io.imprimatur.platform.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revision that a writer has seen, from {@code If-Match} (RFC 9110, section 13.1.1). */
final class IfMatch {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

    private IfMatch() {}

    static int revision(@Nullable String header) {
        if (header == null) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_REQUIRED,
                    "if-match-missing",
                    "Send the ETag of the revision that you have seen in the header If-Match.");
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Refusal.invalid(
                    "if-match-invalid", "The header If-Match must be one ETag of this piece, such as \"3\".");
        }
        return Integer.parseInt(tag.group(1));
    }

    static String etag(int revision) {
        return "\"" + revision + "\"";
    }
}
